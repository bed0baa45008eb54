// Replaces the whole default configuration.
export default {
  locales: { availableLocales: ['en', 'ru'], fallbackLocale: 'en' }
};
