// Replaces the whole default configuration.
// The page says so itself, but RequireJS does not hear it, gives up a slow machine after 7 seconds and leaves it blank.
if (window.require && window.require.config) {
  window.require.config({ waitSeconds: 0 });
}

export default {
  app: { vendor: 'Sales Conveyor ·', name: 'Cockpit' },
  locales: { availableLocales: ['en', 'ru'], fallbackLocale: 'en' },
  customScripts: ['scripts/conveyor/page', 'scripts/conveyor/heat']
};
