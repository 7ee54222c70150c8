import type {Language} from './language.ts'

export const korean: Language = {
  code: 'ko',
  stopWords: `
    이 그 저 것 수 등 및 는 은 를 을 에 의 가 와 과 도 로 으로 있다 했다 한다 대한 위해 있는 하는 이번 지난 그는 하지만 또한 그러나 때문에 대해 함께`,
  wordClasses: {
    address: `여러분 당신 우리`,
    promotion: `구독 로그인 회원가입 무료 저작권 광고`,
    report: `말했다 밝혔다 전했다 설명했다 강조했다`,
    authorship: `기자 편집 특파원`,
    self: `나는 내가`,
  },
  bylineOpeners: `기자 | 글 | 글= | 작성자 | 취재`,
  bylineClosers: `기자 | 특파원 | 논설위원 | 객원기자`,
  months: `1월 | 2월 | 3월 | 4월 | 5월 | 6월 | 7월 | 8월 | 9월 | 10월 | 11월 | 12월`,
  weekdays: `월요일 | 화요일 | 수요일 | 목요일 | 금요일 | 토요일 | 일요일`,
  dateOpeners: `입력 | 수정 | 승인 | 등록 | 게재 | 기사입력 | 최종수정 | 업데이트`,
  updateOpeners: `수정 | 최종수정 | 업데이트`,
  ago: {words: `전`, units: `초 | 분 | 시간 | 일 | 주 | 개월 | 년`},
  counters: {
    reads: `명이 읽음 | 읽음 | 회 읽음`,
    views: `조회 | 조회수 | 회 조회 | 회`,
    comments: `댓글 | 개의 댓글 | 개 댓글`,
    shares: `공유`,
    likes: `좋아요 | 추천`,
    minutes: `분 분량 | 분 읽기 | 읽는 시간 | 분`,
  },
  relatedHeadings: `
    관련기사 | 관련 기사 | 관련뉴스 | 관련 뉴스 | 많이 본 뉴스 | 많이 본 기사 | 인기기사 | 인기 기사 | 최신기사 | 최신 기사 | 최신뉴스 | 주요뉴스
    | 추천기사 | 추천 기사 | 이 시각 주요뉴스 | 함께 보면 좋은 기사 | 다음기사 | 이전기사 | 더보기`,
  relatedOpeners: `관련기사 | 더보기 | 함께 보기 | 관련 기사 | 영상`,
  endHeadings: `댓글 | 댓글쓰기 | 기자 소개 | 태그 | 키워드 | 공유하기 | 제보 | 문의 | 구독`,
  endOpeners: `저작권자 | ⓒ | © | 무단전재 | 무단 전재 | 제보는 | copyright | 기자 구독`,
  feedLines: '',
  furniture: `
    공유 | 인쇄 | 저장 | 댓글 | 홈 | 메뉴 | 검색 | 로그인 | 회원가입 | 구독 | 닫기 | 더보기 | 기사보기 | 맨위로 | 페이스북 | 트위터
    | 카카오톡 | 카카오스토리 | 밴드 | 글자크기 | 본문 글씨 키우기 | 다음 | 이전`,
  interruptions: `광고 | 기사 계속 | 광고 후 계속`,
  releaseLabels: `보도자료 | 보도 자료 | 즉시 보도`,
  releaseOpeners: `
    보도 시점 | 보도시점 | 엠바고:`,
  sectionNames: `
    정치 | 경제 | 스포츠 | 문화 | 과학 | 사회 | 국제 | 세계 | 연예 | 기술 | it | 교육 | 환경 | 건강 | 지역 | 생활 | 오피니언 | 사설 |
    칼럼 | 인권`,
  captionOpeners: `사진 | 사진= | 사진제공 | 그래픽 | 자료사진 | 출처`,
  captionClosers: `제공 | 연합뉴스 | 뉴시스 | 뉴스1 | 자료사진 | 사진 | 로이터`,
  agencies: `연합뉴스 | 뉴시스 | 뉴스1 | 로이터 | 이데일리 | 아시아경제 | 머니투데이`,
  hangingWords: ``,
}
