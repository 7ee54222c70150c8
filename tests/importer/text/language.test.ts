import {expect, test} from '@jest/globals'
import {languageOf} from '../../../importer/compose/language.ts'
import {prevailingLanguage} from '../../../importer/languages/prevailing.ts'
import {languageOfScript} from '../../../importer/languages/scripts.ts'

const place = {span: {start: 0, end: 0}, line: 1}
const title = {value: '', rule: 'none', confidence: 0, ...place}

function told(text: string): string | undefined {
  const runs = [{text, marks: []}]
  return languageOf({title, body: [{kind: 'text', style: 'normal', runs, ...place}]})
}

const cheap = [
  [
    'en',
    'The ferry will not sail on Monday, the port office said, because the pier is being painted.',
  ],
  [
    'de',
    'Die Fähre fährt am Montag nicht, weil der Steg gestrichen wird, teilte das Amt mit, und das ist neu.',
  ],
  [
    'fr',
    'Le bac ne partira pas lundi, a dit le bureau du port, parce que la jetée est repeinte avec soin.',
  ],
  [
    'es',
    'El transbordador no saldrá el lunes, dijo la oficina del puerto, porque se pinta el muelle. No hay otro barco hasta el martes, según la misma oficina.',
  ],
  [
    'pt',
    'A balsa não sai na segunda-feira, disse o escritório do porto, porque o cais está a ser pintado. Não há outro barco até terça-feira, disse também.',
  ],
  [
    'it',
    'Il traghetto non parte lunedì, ha detto l’ufficio del porto, perché il molo viene dipinto. Non c’è un’altra barca fino a martedì, ha detto anche.',
  ],
  [
    'ru',
    'Паром в понедельник не пойдёт, сообщили в управлении порта: причал красят, и это надолго.',
  ],
  ['zh', '港口办公室说，星期一渡轮停航，因为码头正在粉刷。'],
  ['ja', '港の事務所によると、月曜日は桟橋の塗装のため渡し船は運航しない。'],
  ['ko', '항만 사무소는 부두를 칠하기 때문에 월요일에는 배가 다니지 않는다고 밝혔다.'],
  ['ar', 'قال مكتب الميناء إن العبارة لن تبحر يوم الاثنين لأن الرصيف يطلى.'],
  ['uk', 'Пором у понеділок не піде, повідомили в управлінні порту, бо причал фарбують.'],
  ['bg', 'Фериботът няма да тръгне в понеделник, съобщи пристанището, защото кеят се боядисва.'],
  ['fa', 'دفتر بندر گفت کشتی روز دوشنبه حرکت نمی‌کند، زیرا اسکله رنگ می‌شود.'],
  ['el', 'Το πλοίο δεν θα φύγει τη Δευτέρα, είπε το λιμάνι, γιατί βάφεται η προβλήτα.'],
] as const

test.each(cheap)('%s is told by its letters or its commonest words', (code, text) => {
  expect(languageOfScript(text) ?? prevailingLanguage(text)).toBe(code)
  expect(told(text)).toBe(code)
})

test.each([
  [
    'pl',
    'Prom nie popłynie w poniedziałek, poinformowało biuro portu, ponieważ malowane jest nabrzeże.',
  ],
  [
    'sv',
    'Färjan går inte på måndag, säger hamnkontoret, eftersom bryggan målas om under hela veckan.',
  ],
  ['tr', 'Liman ofisi, iskele boyandığı için feribotun pazartesi günü kalkmayacağını söyledi.'],
])('%s, whose words are in no table, is left to the detector', (code, text) => {
  expect(languageOfScript(text) ?? prevailingLanguage(text)).toBeUndefined()
  expect(told(text)).toBe(code)
})

test('a few words quoted from another language do not change the story’s', () => {
  const [, english] = cheap[0]
  expect(told(`${english} “Паром не пойдёт,” a sign read.`)).toBe('en')
})

test.each(['', 'Selby 3, Bay 2', '12 14 19 44 70'])('%j is in no language', (text) => {
  expect(told(text)).toBeUndefined()
})
