// SPDX-License-Identifier: MIT

export interface LauncherTexts {
    open: string;
    close: string;
    offline: string;
    unread: string;
}

const texts: Record<string, [open: string, close: string, offline: string, unread: string]> = {
    en: ['Open chat', 'Close chat', 'The chat cannot be reached. Try again', 'New messages: {}'],
    de: ['Chat öffnen', 'Chat schließen', 'Der Chat ist nicht erreichbar. Erneut versuchen', 'Neue Nachrichten: {}'],
    es: ['Abrir el chat', 'Cerrar el chat', 'El chat no responde. Reintentar', 'Mensajes nuevos: {}'],
    fr: ['Ouvrir le chat', 'Fermer le chat', 'Le chat est injoignable. Réessayer', 'Nouveaux messages : {}'],
    ar: ['فتح المحادثة', 'إغلاق المحادثة', 'تعذر الوصول إلى المحادثة. أعد المحاولة', 'رسائل جديدة: {}'],
};

export function launcherTexts(locale: string): LauncherTexts {
    const [open, close, offline, unread] = texts[locale.slice(0, 2).toLowerCase()] ?? texts.en!;
    return { open, close, offline, unread };
}
