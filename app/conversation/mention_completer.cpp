// SPDX-License-Identifier: MIT
#include "app/conversation/mention_completer.h"

#include "app/conversation/composer.h"
#include "app/conversation/composer_edit.h"
#include "app/conversation/mention_list.h"

#include <QApplication>

#include <algorithm>

namespace parley::console {

MentionCompleter::MentionCompleter(Composer& composer, ColleagueBook& book, QObject* parent)
    : QObject(parent), m_composer(composer), m_book(book)
{
    connect(&m_composer, &Composer::edited, this, &MentionCompleter::offer);
    connect(&m_book, &ColleagueBook::changed, this, &MentionCompleter::offer);
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget*, const QWidget* now) {
        if (now && now != &m_composer.edit()) {
            hide();
        }
    });
    m_composer.setKeyFilter([this](int key) { return m_list && m_list->handleKey(key); });
}

MentionCompleter::~MentionCompleter() = default;

void MentionCompleter::hide()
{
    if (m_list) {
        m_list->hide();
    }
}

void MentionCompleter::offer()
{
    ComposerEdit& edit = m_composer.edit();
    const QString word = edit.atWord();
    if (m_isInserting || word.isNull() || !m_composer.isNote() || !edit.hasFocus()) {
        hide();
        return;
    }
    m_book.refresh();
    const QString typed = word.mid(1);
    const QList<Fellow>& all = m_book.all();
    // Whoever has written a whole name and a space behind it has chosen.
    const bool isWhole = typed.endsWith(QLatin1Char(' ')) &&
                         std::any_of(all.cbegin(), all.cend(), [&typed](const Fellow& each) {
                             return each.name.compare(typed.trimmed(), Qt::CaseInsensitive) == 0;
                         });
    const QList<Fellow> found = isWhole ? QList<Fellow>() : matchingFellows(all, typed);
    if (!m_list) {
        if (found.isEmpty()) {
            return;
        }
        m_list = new MentionList(m_composer.window());
        connect(this, &QObject::destroyed, m_list, &QObject::deleteLater);
        connect(m_list, &MentionList::chosen, this, &MentionCompleter::insert);
    }
    m_list->offer(found, &edit);
}

void MentionCompleter::insert(const Fellow& fellow)
{
    m_isInserting = true;
    m_composer.edit().replaceAtWord(mentionOf(fellow, m_book.all()) + QLatin1Char(' '));
    m_isInserting = false;
    m_composer.edit().setFocus();
}

} // namespace parley::console
