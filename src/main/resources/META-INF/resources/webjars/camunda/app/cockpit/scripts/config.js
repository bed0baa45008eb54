// Replaces the whole default configuration.
export default {
  app: { vendor: 'Sales Conveyor ·', name: 'Cockpit' },
  locales: { availableLocales: ['en', 'ru'], fallbackLocale: 'en' },
  customScripts: ['scripts/conveyor/page', 'scripts/conveyor/heat']
};
