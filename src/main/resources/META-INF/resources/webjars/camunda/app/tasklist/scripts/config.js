// Replaces the whole default configuration of Tasklist.
// With English behind a complete Russian, whichever file came last would set the language of all times ("in 3 days").
const language = navigator.language.startsWith('ru') ? 'ru' : 'en';

export default {
  locales: { availableLocales: ['en', 'ru'], fallbackLocale: language },
  customScripts: ['scripts/conveyor/enter', 'scripts/conveyor/card', 'scripts/conveyor/case', 'scripts/conveyor/words'],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the currently selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'set the focus to the first filter in the list' },
    focusList: { key: 'ctrl+alt+l', description: 'sets the focus to the first task in the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'sets the focus to the first input field in a task form' },
    startProcess: { key: 'ctrl+alt+p', description: 'opens the start process modal dialog' }
  }
};
