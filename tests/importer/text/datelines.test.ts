import {describe, expect, test} from '@jest/globals'
import {datelineIn} from '../../../importer/languages/datelines.ts'

describe('a dateline', () => {
  test.each([
    ['MIAMI (AP) — The bridge is open.', 'MIAMI (AP)'],
    ['BERLIN, Dec. 3 – The bridge is open.', 'BERLIN, Dec. 3'],
    ['ST. LOUIS—The bridge is open.', undefined],
    ['ST. LOUIS — The bridge is open.', 'ST. LOUIS'],
    [
      'LOS ANGELES, CA, March 09, 2024 /24-7PressRelease/ -- The bridge',
      'LOS ANGELES, CA, March 09, 2024 /24-7PressRelease/',
    ],
    ['NEW YORK, Jan. 2 (Reuters) - The bridge is open.', 'NEW YORK, Jan. 2 (Reuters)'],
    ['SELBY, NY - (Wire) - May 2, 2025 - The bridge', 'SELBY, NY - (Wire) - May 2, 2025'],
    ['SELBY, NY – May 2, 2025 (WIRE) – The bridge', 'SELBY, NY – May 2, 2025 (WIRE)'],
    ['Selby, Ill., May 14, 2026 – The bridge', 'Selby, Ill., May 14, 2026'],
    [
      'Selby, Ill. (Wire) Thursday May 14, 2026 @ 7:00 AM — The bridge',
      'Selby, Ill. (Wire) Thursday May 14, 2026 @ 7:00 AM',
    ],
    ['London (Reuters) - The bridge is open.', 'London (Reuters)'],
    ['Berlin (dpa) - Die Brücke ist offen.', 'Berlin (dpa)'],
    ['Hamburg (dpa/lno) – Die Brücke ist offen.', 'Hamburg (dpa/lno)'],
    ['Paris (AFP) - Le pont est ouvert.', 'Paris (AFP)'],
    ['Madrid, 3 dic (EFE).- El puente está abierto.', 'Madrid, 3 dic (EFE)'],
    ['Lisboa, 03 dez 2023 (Lusa) – A ponte abriu.', 'Lisboa, 03 dez 2023 (Lusa)'],
    ['(ANSA) - ROMA, 03 DIC - Il ponte è aperto.', '(ANSA) - ROMA, 03 DIC'],
    ['Roma, 3 dic. (askanews) - Il ponte è aperto.', 'Roma, 3 dic. (askanews)'],
    ['МОСКВА, 3 декабря. /ТАСС/. Мост открыт.', 'МОСКВА, 3 декабря. /ТАСС/'],
    ['Москва. 3 декабря. INTERFAX.RU - Мост открыт.', 'Москва. 3 декабря. INTERFAX.RU'],
    ['МОСКВА, 3 дек - РИА Новости. Мост открыт.', 'МОСКВА, 3 дек - РИА Новости'],
    ['新华社北京12月3日电 大桥开放。', '新华社北京12月3日电'],
    ['新华社北京12月3日电（记者小明）大桥开放。', '新华社北京12月3日电（记者小明）'],
    ['（中央社記者小明台北3日電）大橋開放。', '（中央社記者小明台北3日電）'],
    ['【ロンドン共同】橋が開通した。', '【ロンドン共同】'],
    ['【ソウル＝小明】橋が開通した。', '【ソウル＝小明】'],
    ['(서울=연합뉴스) 홍길동 기자 = 다리가 열렸다.', '(서울=연합뉴스) 홍길동 기자'],
    ['[서울=뉴시스]홍길동 기자 = 다리가 열렸다.', '[서울=뉴시스]홍길동 기자'],
    ['القاهرة (رويترز) - افتتح الجسر.', 'القاهرة (رويترز)'],
    ['القاهرة - رويترز - افتتح الجسر.', 'القاهرة - رويترز'],
  ])('%j is %j', (text, line) => {
    expect(datelineIn(text)?.line).toBe(line)
  })

  test.each([
    'BMW-brand sales rose.',
    'The bridge (built in 1911) - an old one - is open.',
    'Ada Lovelace (AP) walked over the bridge.',
    'London, said Reuters. It was dark.',
    'he said (Reuters) - and left.',
    '【写真】橋の上から',
    '[속보] 다리가 열렸다.',
    'Смотрите: мост открыт.',
  ])('%j has none', (text) => {
    expect(datelineIn(text)).toBeUndefined()
  })
})
