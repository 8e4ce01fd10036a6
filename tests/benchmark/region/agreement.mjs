// The fictional region Waterlanden: its parties, its complexes and its agreement on homes for people who leave a shelter.
// No name is that of an existing party.
import { int, pick, random } from '../workload/chance.mjs';

export const YEARS = [2022, 2023, 2024, 2025, 2026];
const MUNICIPALITIES = ['Aldermeer', 'Boterveen', 'Dijkerhoek', 'Eikenrade', 'Fluitenburg', 'Graswijk', 'Hoogezoom',
  'Kattendrecht', 'Lindemark', 'Meerselaar', 'Noorderhof', 'Oeverloo', 'Polderbeek', 'Rietwaard', 'Schapenmeer', 'Turfhaven',
  'Veenmonde', 'Waterlo', 'Zandevoorde', 'Zuiderveen'];
const CORPORATIONS = ['De Sleutel', 'Woonwaard', 'Thuisvester Oost', 'Het Nieuwe Dak', 'Goed Gebouwd', 'Rietland Wonen',
  'De Drie Daken', 'Havenhuis', 'Volksbelang Veenmonde', 'Onder Eén Dak', 'Dorpswonen', 'De Brink', 'Stadsgezicht'];
const COMPLEX_NAMES = ['De Wilgen', 'Het Anker', 'Parkzicht', 'De Hoven', 'Molenwiek', 'De Linde', 'Havenkwartier',
  'De Terp', 'Zonneweide', 'De Boog'];
const COMPLEXES = 650;

const numberIn = number => String(number).replace(/\B(?=(\d{3})+$)/g, '.');

// Which corporation has homes where: each municipality with two to six of them.
function makePairs() {
  const pairs = [];
  for (const municipality of MUNICIPALITIES) {
    const own = new Set([CORPORATIONS[MUNICIPALITIES.indexOf(municipality) % CORPORATIONS.length]]);
    for (let left = int(1, 5); left > 0; left--) own.add(pick(CORPORATIONS));
    const size = 0.4 + random() * 2;
    for (const corporation of own) pairs.push({ municipality, corporation, weight: size * (0.3 + random()) });
  }
  const all = pairs.reduce((sum, pair) => sum + pair.weight, 0);
  for (const pair of pairs) pair.weight /= all;
  return pairs;
}

// Their sizes go along with the number of allocations, so that some of them are full.
function makeComplexes(pairs, count) {
  const usual = Math.max(20, 10 * count / COMPLEXES);
  return Array.from({ length: COMPLEXES }, (_, index) => ({
    name: `${COMPLEX_NAMES[index % COMPLEX_NAMES.length]} ${1 + Math.floor(index / COMPLEX_NAMES.length)}`,
    pair: pairs[index % pairs.length],
    homes: Math.round(usual * (0.8 + random() * 1.6)),
  }));
}

function makeNumbers(pairs, count) {
  const numbers = [];
  for (const pair of pairs) {
    const bound = pick(['ten minste', 'ten minste', 'ten minste', 'precies', 'ten hoogste', 'streven naar']);
    const yearly = pair.weight * count / YEARS.length;
    for (const year of YEARS) {
      const margin = bound === 'ten hoogste' ? 1.15 : 0.95;
      numbers.push({ ...pair, year, bound, number: Math.max(1, Math.round(yearly * margin * (0.9 + random() * 0.2))) });
    }
  }
  return numbers;
}

export function makeRegion(count) {
  const pairs = makePairs();
  const households = MUNICIPALITIES.map(() => int(6000, 90000));
  return {
    pairs,
    complexes: makeComplexes(pairs, count),
    numbers: makeNumbers(pairs, count),
    municipalities: MUNICIPALITIES.map((name, index) => ({
      name, households: households[index], homes: Math.round(households[index] * (0.2 + random() * 0.2)),
      inhabitants: Math.round(households[index] * (2 + random() * 0.4)),
    })),
  };
}

export function toAgreement(region, count) {
  const rows = region.numbers.map(each =>
    `  | ${each.municipality} | ${each.corporation} | ${each.year} | ${each.bound} ${numberIn(each.number)} |`);
  return `# Regionaal convenant uitstroom Waterlanden (fictief)

Gemaakt door \`tests/benchmark/region\` voor ${numberIn(count)} toewijzingen. Geen van de partijen bestaat.

\`\`\`toets
convenant uitstroom Waterlanden
  niveau regio
  bron "fictief voorbeeld"
  partij de gemeente (meervoud: gemeenten): ${MUNICIPALITIES.join(', ')}
  partij de corporatie: ${CORPORATIONS.join(', ')}
  rol de zorgaanbieder
  termijnen volgens de kalender zonder verschuiving
\`\`\`

## Artikel 1 – Begrippen

\`\`\`toets
gebeurtenis de toewijzing (meervoud: toewijzingen, wonen)
  de gemeente: gemeente
  de corporatie: corporatie
  de aanmelddatum: datum
  de sleuteloverdracht: datum
  de woning: woning
  de cliënt: cliënt

begrip de woning (wonen)
  de kale huur: bedrag
  rolstoelgeschikt: ja of nee
  het complex: complex

begrip het complex (wonen)
  het aantal woningen: aantal

begrip de cliënt
  het huishoudinkomen: bedrag (financieel)
  de herkomst: maatschappelijke opvang, beschermd wonen of jeugdzorg
  de omvang van de begeleiding: uur per week (zorg)

gebeurtenis het kennismakingsgesprek van een toewijzing (meervoud: kennismakingsgesprekken, volledig)

gebeurtenis de ruil
  de corporatie: corporatie
  de gever: gemeente
  de ontvanger: gemeente
  het aantal woningen: aantal

begrip de gemeente (wonen)
  het aantal huishoudens: aantal
  het aantal sociale huurwoningen: aantal
  het aantal inwoners: aantal
\`\`\`

## Artikel 2 – Begeleiding

Een woning wordt pas toegewezen als er ten minste twee uur begeleiding per week is. Voor wie uit de jeugdzorg komt, hoeft dat niet.

\`\`\`toets
voorwaarde begeleiding geregeld
  bij elke toewijzing
  vereist: de omvang van de begeleiding van de cliënt is ten minste 2 uur per week
  tenzij: de herkomst van de cliënt is jeugdzorg
  te regelen door de zorgaanbieder

verplichting kennismaking
  bij elke toewijzing
  de corporatie zorgt voor een kennismakingsgesprek, binnen 14 dagen na de sleuteloverdracht
\`\`\`

## Artikel 3 – Aantallen

De corporaties stellen per gemeente elk jaar de woningen in de tabel beschikbaar. Rolstoelwoningen tellen niet mee. Wat een corporatie te weinig of te
veel doet, gaat mee naar het volgende jaar. Gemeenten mogen onderling ruilen.

\`\`\`toets
contingent uitstroomwoningen
  per gemeente, per corporatie en per kalenderjaar
  telt toewijzingen
  telmoment is de sleuteloverdracht
  telt niet mee als: de woning is rolstoelgeschikt
  | gemeente | corporatie | kalenderjaar | aantal |
${rows.join('\n')}
  een tekort gaat mee naar het volgende kalenderjaar, ten hoogste 20% van de oorspronkelijke opgave, naar boven afgerond
  een overschot gaat mee naar het volgende kalenderjaar, voor 50%, naar beneden afgerond
  wat meegaat, vervalt na 2 jaar, het oudste eerst
  het kalenderjaar sluit op 1 maart van het volgende kalenderjaar
  bij elke ruil gaat het aantal woningen over van de gever naar de ontvanger
\`\`\`

## Artikel 4 – Spreiding

\`\`\`toets
spreiding over complexen
  per complex van de woning
  telt toewijzingen
  telmoment is de sleuteloverdracht
  het aantal is ten hoogste 10% van het aantal woningen van het complex, naar beneden afgerond, met een minimum van 1
\`\`\`

## Artikel 5 – Passend en op tijd

Ten minste 95% van de toewijzingen aan een cliënt met een laag inkomen is passend. De partijen volgen hoeveel er binnen drie maanden een woning
hebben; daarvoor is geen getal afgesproken.

\`\`\`toets
aandeel passend
  per corporatie en per kalenderjaar
  telt toewijzingen waarvoor geldt: de kale huur van de woning is ten hoogste € 650,00
  van toewijzingen waarvoor geldt: het huishoudinkomen van de cliënt is ten hoogste € 28.000,00
  telmoment is de sleuteloverdracht
  het aandeel is ten minste 95%

aandeel binnen drie maanden gehuisvest
  per gemeente en per kalenderjaar
  telt toewijzingen waarvoor geldt: de sleuteloverdracht ligt binnen 3 maanden na de aanmelddatum
  van toewijzingen
  telmoment is de sleuteloverdracht
\`\`\`

## Artikel 6 – De opgave van 2027

\`\`\`toets
verdeling opgave 2027
  verdeelt ${numberIn(Math.max(20, Math.round(count / YEARS.length)))} woningen over de gemeenten
  50% naar rato van het aantal huishoudens
  50% naar rato van het aantal sociale huurwoningen
  afgerond volgens de grootste rest
  bij gelijke stand: het hoogste aantal inwoners
\`\`\`
`;
}
