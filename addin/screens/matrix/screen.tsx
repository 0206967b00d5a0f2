import { useState } from 'react';
import { cellsOfAcademy, matrixCsv, type NetworkMatrix, totalOf } from '../../../shared/meetings/matrix';
import { requests } from '../../../shared/requests';
import { britishDate } from '../../../shared/time/british-date';
import { schoolYearOf } from '../../../shared/time/school-year';
import { useAnswer } from '../../answer';
import { usePanel } from '../../panel-context';
import { Button } from '../../parts/button';
import { Disclosure } from '../../parts/disclosure';
import { EmptyState } from '../../parts/empty-state';
import { Matrix } from '../../parts/matrix';
import { Page } from '../../parts/page';
import { ScreenOnly } from '../../parts/print';
import { Table } from '../../parts/table';
import { Lines, Quiet, Text } from '../../parts/text';
import { Toolbar } from '../../parts/toolbar';
import { useRouter } from '../../router';
import type { ScreenProps } from '..';
import { saveFile } from '../save-file';
import { SchoolYearChoice } from '../school-year-choice';
import { today } from '../today';
import { WaitingFor } from '../waiting-for';
import { linesOf, totalInWords, totalOfAcademy, totalOfNetwork } from './matrix-words';

/** Each network and each academy over the year: who was represented, and why not. */
export function Screen({ given }: ScreenProps) {
  const { back } = useRouter();
  const [year, setYear] = useState(() => given['year'] ?? schoolYearOf(today()));
  const asked = useAnswer(requests.networkMatrix, { year });
  return (
    <Page title="Who was represented" onBack={back}>
      <ScreenOnly>
        <SchoolYearChoice value={year} onChange={setYear} />
      </ScreenOnly>
      <WaitingFor asked={asked} words="Reading the year…">
        {(matrix) =>
          matrix.networks.length === 0 ? (
            <EmptyState icon="calendar" title={`No meetings in ${year} yet`}>
              Meetings stand here once they are published.
            </EmptyState>
          ) : (
            <Year matrix={matrix} />
          )
        }
      </WaitingFor>
    </Page>
  );
}

function Year({ matrix }: { readonly matrix: NetworkMatrix }) {
  const { me } = usePanel();
  const { year, academies, networks } = matrix;
  const all = totalOf(academies.flatMap(({ urn }) => cellsOfAcademy(networks, urn)));
  return (
    <>
      <Text>{`Networks and academies in ${year}, as of ${britishDate(today())}: ${totalInWords(all)} places at meetings that were held were represented.`}</Text>
      <ScreenOnly>
        <Toolbar label="Take it along">
          <Button onClick={() => window.print()}>Print</Button>
          <Button
            onClick={() => saveFile(`networks ${year.replace('/', '-')}.csv`, `\uFEFF${matrixCsv(matrix)}`, 'text/csv')}
          >
            Save for Excel
          </Button>
        </Toolbar>
      </ScreenOnly>
      <Matrix
        label={`Networks and academies, ${year}`}
        corner="Academy"
        rows={academies}
        keyOf={({ urn }) => urn}
        nameOf={({ name }) => name}
        columns={[
          ...networks.map((network) => ({
            key: network.key,
            name: `${network.name} (${totalOfNetwork(network)})`,
            cell: ({ urn }: { readonly urn: string }) => <Lines lines={linesOf(network, urn)} />,
          })),
          { key: 'total', name: 'Represented', cell: ({ urn }) => totalOfAcademy(matrix, urn) },
        ]}
        narrow={<ByNetwork matrix={matrix} own={me.academy?.urn} />}
      />
      <Quiet>In order of name. A meeting counts once it was held and its register says who came.</Quiet>
    </>
  );
}

/** In a narrow pane: one network after the other; for a principal, their own academy over all networks first. */
function ByNetwork({ matrix, own }: { readonly matrix: NetworkMatrix; readonly own: string | undefined }) {
  const { academies, networks } = matrix;
  const [first] = academies;
  const mine = first !== undefined && first.urn === own ? first : undefined;
  return (
    <>
      {mine === undefined ? null : (
        <Disclosure summary={`${mine.name}: ${totalOfAcademy(matrix, mine.urn)}`} open>
          <Table
            label={mine.name}
            rows={networks}
            keyOf={({ key }) => key}
            columns={[
              { name: 'Network', cell: ({ name }) => name },
              {
                name: 'Meetings',
                cell: (network) => <Lines lines={linesOf(network, mine.urn)} />,
              },
            ]}
          />
        </Disclosure>
      )}
      {networks.map((network) => (
        <Disclosure key={network.key} summary={`${network.name}: ${totalOfNetwork(network)}`}>
          <Table
            label={network.name}
            rows={academies}
            keyOf={({ urn }) => urn}
            columns={[
              { name: 'Academy', cell: ({ name }) => name },
              {
                name: 'Meetings',
                cell: ({ urn }) => <Lines lines={linesOf(network, urn)} />,
              },
            ]}
          />
        </Disclosure>
      ))}
    </>
  );
}
