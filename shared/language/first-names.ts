/** First names that are common in British schools, of pupils and of staff. A hint: far from all names. */
export const commonFirstNames: ReadonlySet<string> = new Set(
  `Aaliyah Aaron Abdul Abdullah Abigail Adam Adrian Ahmed Aidan Aisha Alan Albert Albie Alex Alexander Alexandra Alfie
  Alfred Ali Alice Alison Alistair Amanda Amara Amber Amelia Amelie Amina Amir Amy Ana Andrea Andrew Angela Angus Anita
  Ann Anna Anne Annabelle Annie Anthony Anya Arabella Archie Arjun Arlo Arthur Asha Asif Audrey Aurora Ava Ayaan Ayesha
  Barbara Barry Beatrice Bella Ben Benjamin Bethany Beverley Bill Bobby Bonnie Brandon Brenda Brian Bridget Caitlin
  Caleb Callum Cameron Carl Carol Caroline Carolyn Catherine Charles Charlie Charlotte Chelsea Chloe Chris Christian
  Christina Christine Christopher Ciara Claire Clara Clare Clive Colin Connor Craig Cynthia Daisy Dan Daniel Danielle
  Darcey Darren Dave David Dawn Dean Deborah Debra Denise Dennis Derek Diana Diane Dominic Donald Donna Dorothy Douglas
  Dylan Edith Edward Eileen Elaine Eleanor Elena Elijah Eliza Elizabeth Ella Ellie Elliot Elsie Emily Emma Emmanuel Eric
  Erin Esme Ethan Eva Evan Eve Evelyn Evie Ezra Faith Faisal Fatima Felicity Felix Finlay Finley Fiona Florence Frances
  Francesca Francis Frank Fraser Fred Freddie Freya Gabriel Gail Gareth Gary Gavin Gemma Geoffrey George Georgia Georgina
  Gerald Gill Gillian Glenn Gordon Grace Graham Grayson Greg Gregory Hamza Hannah Harley Harold Harper Harriet Harrison
  Harry Harvey Hassan Hayley Hazel Heather Heidi Helen Henry Hilary Holly Hope Howard Hugh Hugo Hussain Ian Ibrahim Imogen
  Imran Isaac Isabel Isabella Isabelle Isla Ivy Jack Jackie Jackson Jacob Jacqueline Jade Jake James Jamie Jan Jane Janet
  Janice Jasmine Jason Jasper Jaxon Jay Jayden Jean Jeffrey Jennifer Jenny Jeremy Jessica Jill Jim Joan Joanna Joanne Joe
  Joel John Jonathan Joseph Josephine Joshua Joy Joyce Jude Judith Judy Julia Julian Julie June Karen Karl Kate Katherine
  Kathleen Kathryn Katie Kayleigh Keith Kelly Ken Kenneth Kerry Kevin Khadija Kieran Kim Kimberley Kirsty Kyle Lara Laura
  Lauren Lee Leah Leo Leon Leonard Lesley Leslie Lewis Liam Lily Linda Lisa Logan Lola Lorna Lorraine Louis Louise Lucas
  Lucy Luke Luna Lydia Lynn Mabel Maddison Madison Maisie Malcolm Mandy Marcus Margaret Maria Marie Marilyn Mark Martha
  Martin Mary Maryam Mason Matilda Matthew Maureen Max Maya Megan Melanie Melissa Mia Michael Michelle Mike Millie Miriam
  Mohamed Mohammad Mohammed Molly Monica Morgan Muhammad Musa Mustafa Myles Nadia Nancy Naomi Natalie Natasha Nathan
  Nathaniel Neil Niamh Nicholas Nicola Nicole Nigel Noah Nora Norman Nuala Oliver Olivia Ollie Omar Orla Oscar Otis Owen
  Paige Pamela Pat Patricia Patrick Paul Paula Pauline Penelope Penny Peter Philip Phillip Phoebe Phoenix Poppy Priya
  Quinn Rachel Raj Ralph Raymond Rebecca Reece Reggie Reuben Rhys Richard Riley Rita Rob Robert Robin Robyn Roger Roman
  Ronald Ronnie Rory Rosa Rosalind Rose Rosemary Rosie Ross Rowan Roy Ruby Rupert Russell Ruth Ryan Sally Sam Samantha
  Samuel Sandra Sara Sarah Saskia Scarlett Scott Sean Sebastian Seth Shahid Shane Shannon Sharon Shaun Sheila Shirley
  Sian Sienna Simon Sofia Sonia Sophia Sophie Stacey Stanley Stella Stephanie Stephen Steve Steven Stuart Sue Summer Susan
  Suzanne Sylvia Tamara Tanya Tara Tariq Teddy Terence Teresa Terry Thea Theo Theodore Theresa Thomas Tim Timothy Tina
  Toby Tom Tommy Tony Tracey Tracy Trevor Tyler Valerie Vera Veronica Victor Victoria Vincent Violet Vivian Wayne Wendy
  William Willow Yasmin Yusuf Yvonne Zac Zachary Zain Zainab Zara Zayn Zoe`
    .split(/\s+/)
    .filter((name) => name !== ''),
);
