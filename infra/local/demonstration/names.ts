import { chanceOf } from './chance';

const first =
  'Aisha Alan Amara Andrew Anika Arthur Bethan Bilal Bridget Callum Carys Cecily Charlotte Chidi Claire Daniel Dilys Dominic Edith Eleanor Emeka Esme Farah Fergus Fiona Gareth George Grace Gwen Hamza Harriet Helena Hugh Imogen Imran Ines Isaac Ivy Jasmine Jerome Joan Joel Kamal Katrina Keziah Kiran Laura Leila Leo Lorna Luca Lydia Maeve Marcus Marian Martha Mehmet Mina Miriam Nadia Nathan Niamh Noor Olive Omar Owen Parveen Patrick Petra Philippa Priya Rafael Rehana Rhys Rosalind Rowan Ruby Ruth Sadiq Sanjay Selina Simon Sunita Susan Tamsin Teresa Thomas Tobias Una Usman Vera Victor Wanda Winston Yasmin Yusuf Zara Zofia'.split(
    ' ',
  );
const last =
  'Abara Ackroyd Adeyemi Ainscough Akhtar Allerby Ashdown Baines Banerjee Barnby Bellwood Bhatt Birkin Blythe Bramley Brearley Calder Carrow Chaudhry Clegg Copley Cowling Crowther Dacre Dearden Desai Dunford Eccles Edevane Egan Ellerton Fairley Farouk Fenwick Ferris Fielding Garside Ghani Gledhill Goddard Greaves Haigh Halloran Hamid Hartley Haworth Hebden Holroyd Hussain Ibbotson Iqbal Jagger Joshi Kaye Kenning Khatun Kilburn Lanyon Larkin Lister Lockwood Malik Marsden Mistry Moorhouse Naylor Nkemelu Nuttall Oakden Ogden Okafor Ormerod Parkin Patel Pickles Pollard Quarmby Rahman Ramsden Redfearn Rigg Rushworth Sagar Schofield Shackleton Sharples Siddall Sowerby Sutcliffe Tattersall Thackray Thewlis Uddin Varley Verity Wadsworth Whitham Wolfenden Wrigley Yates'.split(
    ' ',
  );

/** Invented names, each given once. */
export function inventedNames(): () => string {
  const chance = chanceOf('names');
  const given = new Set<string>();
  const shuffledLast = shuffle(last, chance.below);
  return () => {
    for (let turn = 0; turn < 10_000; turn += 1) {
      const name = `${first[chance.below(first.length)]} ${shuffledLast[given.size % shuffledLast.length]}`;
      if (given.has(name)) continue;
      given.add(name);
      return name;
    }
    throw new Error('The demonstration trust has run out of invented names.');
  };
}

function shuffle<T>(from: readonly T[], below: (limit: number) => number): readonly T[] {
  return from
    .map((value) => ({ value, order: below(1_000_000) }))
    .sort((one, other) => one.order - other.order)
    .map(({ value }) => value);
}
