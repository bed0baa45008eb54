// Replaces the whole default configuration.
// With English behind a complete Russian, whichever file came last would set the language of all times ("in 3 days").
const language = navigator.language.startsWith('ru') ? 'ru' : 'en';

// The page says so itself, but RequireJS does not hear it, gives up a slow machine after 7 seconds and leaves it blank.
if (window.require && window.require.config) {
  window.require.config({ waitSeconds: 0 });
}

export default {
  app: { vendor: 'Sales Conveyor ·', name: language === 'ru' ? 'Администрирование' : 'Admin' },
  locales: { availableLocales: ['en', 'ru'], fallbackLocale: language }
};
