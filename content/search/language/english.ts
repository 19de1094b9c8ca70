/** Words of English too common to rank by, courtesies among them; measured against the longer lists, which lose questions. */
export const englishStopWords: ReadonlySet<string> = new Set(
  (
    'hello hi hey thanks thank thx dear regards sir madam a about after all also am an and any are arent as at be because been before being but by can cant could couldnt ' +
    'did didnt do does doesnt doing dont for from get getting got had has have having he her here him his how i id if ' +
    'im in into is isnt it its ive just keep like me my no not of off on one only or other our out over please she ' +
    'should so some such than that thats the their them then there theres these they this those through to too under until up us ' +
    'very was wasnt we were what whats when where which while who why will wish with wont would you your'
  ).split(' '),
);

/**
 * Words that people put around a question ("I tried everything, but the export still does not work properly"). They can be
 * what is asked for, so they are no stop words; but they are rarer in articles than in questions, and say less than that.
 */
export const framingEnglish: ReadonlySet<string> = new Set(
  (
    'actually always anybody anyone anything apparently appear appears bit certain clearly continue continues correctly ' +
    'currently easily eventually everything exactly expect expected fact find going gone happen happened happening happens ' +
    'hard hope idea instead issue issues kind know let look looking looks lot maybe mean need needed needs never ' +
    'nothing now person possible possibly previously probably problem problems properly question really recently right ' +
    'says seem seems seen simply since somebody someone something sometimes somehow still strange struggling suddenly ' +
    'supposed sure tell thing things think thought tried trouble try trying unable understand unfortunately used usually ' +
    'want wanted wants way weird wondering work worked working works wrong yet'
  ).split(' '),
);

/**
 * Families of words whose endings no rule joins, by the term they stand under: irregular verbs and nouns, nouns that are
 * made from verbs, short forms, and words whose ending is none. A term and its words differ in two letters of the term at
 * most, see `isBeginning` in language.ts; "find" and "found" are too far apart.
 */
export const families = {
  add: 'add adds added adding',
  admin: 'admin admins administrator administrators',
  alias: 'alias aliases aliased',
  analyz: 'analyze analyzes analyzed analyzing analyse analysed analysing analysis analyses',
  app: 'app apps application applications',
  appendix: 'appendix appendices',
  begin: 'begin begins began begun beginning',
  brin: 'bring brings brought bringing',
  brok: 'break breaks broke broken breaking',
  bui: 'buy buys bought buying',
  build: 'build builds built building',
  canvas: 'canvas canvases',
  catalog: 'catalog catalogs catalogue catalogues',
  catc: 'catch catches caught catching',
  center: 'center centers centered centre centres centred',
  child: 'child children',
  choos: 'choose chooses chose chosen choosing',
  clarifi: 'clarify clarifies clarified clarification',
  classifi: 'classify classifies classified classification classifications',
  configur: 'configure configures configured configuring configuration configurations config configs',
  creat: 'create creates created creating creation',
  criteri: 'criterion criteria',
  deni: 'deny denies denied denying denial',
  dialog: 'dialog dialogs dialogue dialogues',
  draw: 'draw draws drew drawn drawing drawings',
  driv: 'drive drives drove driven driving',
  embed: 'embed embeds embedded embedding embedder',
  emoji: 'emoji emojis',
  exclud: 'exclude excludes excluded excluding exclusion exclusions',
  expand: 'expand expands expanded expanding expansion',
  feed: 'feed feeds fed feeding',
  forget: 'forget forgets forgot forgotten forgetting',
  froz: 'freeze freezes froze frozen freezing',
  general: 'general generally',
  give: 'give gives given giving',
  grow: 'grow grows grew grown growing',
  hide: 'hide hides hid hidden hiding',
  identifi: 'identify identifies identified identifying identification',
  index: 'index indexes indexed indexing indices',
  keep: 'keep keeps kept keeping',
  licens: 'license licenses licensed licensing licence licences licenced',
  lose: 'lose loses lost losing loss losses',
  make: 'make makes made making',
  matrix: 'matrix matrices',
  meet: 'meet meets met meeting',
  modifi: 'modify modifies modified modifying modification modifications',
  news: 'news',
  notifi: 'notify notifies notified notifying notification notifications',
  overwrit: 'overwrite overwrites overwrote overwritten overwriting',
  pai: 'pay pays paid paying',
  publish: 'publish publishes published publishing publication publications',
  rebuild: 'rebuild rebuilds rebuilt rebuilding',
  redo: 'redo redoes redone redoing',
  resend: 'resend resends resent resending',
  run: 'run runs ran running',
  send: 'send sends sent sending',
  show: 'show shows showed shown showing',
  sms: 'sms',
  spend: 'spend spends spent spending',
  stol: 'steal steals stole stolen stealing',
  subscrib: 'subscribe subscribes subscribed subscribing subscription subscriptions',
  suspend: 'suspend suspends suspended suspending suspension',
  sync: 'sync syncs synced syncing synchronize synchronizes synchronized synchronizing synchronization',
  throw: 'throw throws threw thrown throwing',
  undo: 'undo undoes undid undone undoing',
  verifi: 'verify verifies verified verifying verification',
  vertex: 'vertex vertices',
  win: 'win wins won winning',
  withdraw: 'withdraw withdraws withdrew withdrawn withdrawing withdrawal withdrawals',
  writ: 'write writes wrote written writing',
};

const irregular: ReadonlyMap<string, string> = new Map(
  Object.entries(families).flatMap(([term, words]) => words.split(' ').map((word): [string, string] => [word, term])),
);

const british =
  /^(author|categor|custom|final|initial|local|maxim|minim|normal|optim|organ|personal|prior|recogn|synchron|util|visual)is(?=e|ing|ation)/;

/** American spelling, which the stemmer expects. */
const american = (word: string): string =>
  word.replace(british, '$1iz').replace(/^(behavi|col|fav|hon|lab)our/, '$1or');

/** The term of an English word: of its family, or what the stemmer makes of it. */
export const englishTerm =
  (stemmer: (word: string) => string) =>
  (written: string): string => {
    const word = american(written);
    return irregular.get(word) ?? stemmer(word);
  };
