// Replaces the whole default configuration of Tasklist.
// With English behind a complete Russian, whichever file came last would set the language of all times ("in 3 days").
const language = navigator.language.startsWith('ru') ? 'ru' : 'en';
const say = (english, russian) => (language === 'ru' ? russian : english);

// The page says so itself, but RequireJS does not hear it, gives up a slow machine after 7 seconds and leaves it blank.
if (window.require && window.require.config) {
  window.require.config({ waitSeconds: 0 });
}

export default {
  app: { vendor: 'Sales Conveyor ·', name: say('Tasklist', 'Задачи') },
  locales: { availableLocales: ['en', 'ru'], fallbackLocale: language },
  customScripts: ['enter', 'lists', 'search', 'next', 'card', 'case', 'words'].map(script => 'scripts/conveyor/' + script),
  disableWelcomeMessage: true,
  shortcuts: {
    nextTask: { key: 'ctrl+alt+n', description: say('takes and opens the next task', 'взять и открыть следующую задачу') },
    search: { key: 'ctrl+alt+s', description: say('sets the focus to the search', 'перейти к поиску') },
    claimTask: { key: 'ctrl+alt+c', description: say('claims the currently selected task', 'взять выбранную задачу') },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: say('sets the focus to the first filter in the list', 'перейти к первому фильтру')
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: say('sets the focus to the first task in the list', 'перейти к первой задаче списка')
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: say('sets the focus to the first field of the form', 'перейти к первому полю формы')
    },
    startProcess: { key: 'ctrl+alt+p', description: say('opens the dialogue to start a process', 'запустить процесс') }
  }
};
