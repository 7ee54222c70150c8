/**
 * Breaks text as a page does that is set in a proportional font.
 */

/** Widths of such letters, in thousandths of the font's size. */
const widths: ReadonlyMap<string, number> = new Map(
  Object.entries({
    'ijl’': 222,
    ' .,;:ftI-': 278,
    'r“”': 333,
    cksvxyz: 500,
    abdeghnopqu0123456789: 556,
    FTZL: 611,
    ABEKPSVXY: 667,
    wCDHNRU: 722,
    GOQ: 778,
    mM: 833,
    W: 944,
  }).flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)),
)
const otherWidth = 556
/** Of the letters of a text, on average. */
const columnWidth = 500

/** One paragraph, in lines of about so many columns. */
export function typeset(paragraph: string, columns: number): string {
  const lines: string[] = []
  for (const word of paragraph.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && widthOf(`${line} ${word}`) <= columns * columnWidth) {
      lines[lines.length - 1] = `${line} ${word}`
    } else lines.push(word)
  }
  return lines.join('\n')
}

function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (widths.get(letter) ?? otherWidth), 0)
}

/** Headline and paragraphs. */
export const typesetCopy = {
  English: [
    'Harbour opens its new ferry terminal',
    'WESTQUAY, March 12, 2026 - The Harbour Authority today opened its new ferry terminal on the north bank, three years after the old one was closed because of cracks in its roof. The building has room for nine hundred passengers an hour and a café that looks out over the water.',
    '“We have waited for this morning a long time,” said Petra Long, who leads the authority. “The people of Westquay have stood in the rain for three winters, and they never once let us forget it.” She cut the ribbon with the ship’s carpenter who had drawn the first sketch.',
    'The terminal cost forty-one million, two million more than was planned. Most of the difference went into the foundations, which had to be sunk twice as deep as the first survey had said. Ferries will leave every twenty minutes from Monday on, and every ten in summer.',
  ],
  German: [
    'Fähre fährt wieder bei Nacht',
    'Die Hafenverwaltung hat am Montag angekündigt, dass die Fähre zwischen der Altstadt und den Inseln ab April auch nachts wieder fahren soll. Das Angebot war vor drei Jahren eingestellt worden, weil Personal fehlte und die Kosten für Treibstoff gestiegen waren.',
    '„Wir haben lange nach einer Lösung gesucht“, sagte die Sprecherin der Verwaltung, Anna Lindner, vor dem Hafenausschuss. Die Stadt übernimmt einen Teil der Kosten, die Inselgemeinden den anderen. Ein Ticket soll vier Euro kosten, Kinder und Hunde fahren kostenlos mit.',
    'Der Fahrplan sieht zwischen Mitternacht und fünf Uhr drei Fahrten in jede Richtung vor. An Wochenenden kommt eine vierte hinzu. Nach einem Jahr wollen Stadt und Gemeinden prüfen, ob sich das Angebot lohnt, und dann über die Zukunft der Nachtfähre entscheiden.',
  ],
  Spanish: [
    'El transbordador vuelve a navegar de noche',
    'La autoridad portuaria anunció el lunes que el transbordador entre la ciudad vieja y las islas volverá a navegar de noche a partir de abril. El servicio se había suspendido hace tres años por falta de personal y por el aumento del precio del combustible.',
    '«Hemos buscado una solución durante mucho tiempo», dijo Ana Linares, portavoz de la autoridad. La ciudad pagará una parte de los gastos y los municipios de las islas el resto. El billete costará cuatro euros, y los niños y los perros viajarán gratis.',
    'El horario prevé tres viajes en cada sentido entre la medianoche y las cinco de la mañana. Los fines de semana habrá un cuarto. Dentro de un año, la ciudad y los municipios decidirán si el servicio continúa.',
  ],
  Russian: [
    'Паром снова пойдёт ночью',
    'Администрация порта сообщила в понедельник, что паром между старым городом и островами с апреля снова будет ходить по ночам. Рейсы отменили три года назад, потому что не хватало людей и выросли цены на топливо.',
    '«Мы долго искали решение», — сказала Анна Линднер, представитель администрации. Часть расходов возьмёт на себя город, остальное заплатят островные общины. Билет будет стоить четыре монеты, дети и собаки поедут бесплатно.',
    'По расписанию между полуночью и пятью часами утра паром сделает три рейса в каждую сторону. По выходным добавится четвёртый. Через год город и общины решат, стоит ли продолжать.',
  ],
} as const
