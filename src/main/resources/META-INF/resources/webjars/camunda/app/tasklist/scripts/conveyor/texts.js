// The words of our additions to Tasklist, by the language of the browser; the English text is the key.
const WORDS = {
  ru: {
    Case: 'Дело',
    'This task belongs to no case.': 'Эта задача не относится к делу.',
    'Nothing was done yet.': 'Пока ничего не сделано.',
    Owner: 'Владелец',
    nobody: 'никто',
    'Cancel the case': 'Отменить дело',
    'Forbid contact': 'Запретить контакт',
    Reason: 'Причина',
    'What is forbidden': 'Что запрещено',
    'All contact': 'Любой контакт',
    'Calls': 'Звонки',
    'Letters by mail': 'Письма',
    'Mailings alone': 'Только рассылки',
    'Please enter the reason.': 'Укажите причину.',
    Back: 'Назад',
    'The case is cancelled.': 'Дело отменено.',
    'Contact is forbidden.': 'Контакт запрещён.',
    'That did not work; please try again.': 'Не получилось; попробуйте ещё раз.',
    'What happened so far': 'Что уже было',
    'Only its owner and heads of sales see more.': 'Подробности видят только владелец дела и руководители продаж.',
    'Next task': 'Следующая задача',
    'Nothing waits for you now.': 'Сейчас для вас ничего нет.',
    'Draft kept at {0}': 'Черновик сохранён в {0}',
    'The draft is kept in this browser only.': 'Черновик сохранён только в этом браузере.',
    'due {0}': 'срок {0}',
    'overdue since {0}': 'просрочено с {0}',
    Search: 'Поиск',
    'Company, case, invoice, phone': 'Компания, дело, счёт, телефон',
    Invoices: 'Счета',
    'Nothing found.': 'Ничего не найдено.',
    'There is more; please type more of it.': 'Это не всё; уточните запрос.',
    Close: 'Закрыть'
  }
};

const words = WORDS[(navigator.language || 'en').slice(0, 2)] || {};

export const say = english => words[english] || english;
