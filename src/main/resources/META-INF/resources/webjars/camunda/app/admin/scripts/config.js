// Replaces the whole default configuration.
// With English behind a complete Russian, whichever file came last would set the language of all times ("in 3 days").
const language = navigator.language.startsWith('ru') ? 'ru' : 'en';

export default {
  app: { vendor: 'Sales Conveyor ·', name: language === 'ru' ? 'Администрирование' : 'Admin' },
  locales: { availableLocales: ['en', 'ru'], fallbackLocale: language }
};
