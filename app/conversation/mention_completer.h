// SPDX-License-Identifier: MIT
#pragma once

#include "app/conversation/colleague_book.h"

#include <QObject>

namespace parley::console {

class Composer;
class MentionList;

/// Offers colleagues while `@` and the beginning of a name are typed in a note, and puts in the one that is
/// chosen. An answer to the customer names nobody.
class MentionCompleter : public QObject {
    Q_OBJECT

public:
    /// @param composer, book outlive this
    MentionCompleter(Composer& composer, ColleagueBook& book, QObject* parent = nullptr);
    ~MentionCompleter() override;

private:
    void offer();
    void insert(const Fellow& fellow);
    void hide();

    Composer& m_composer;
    ColleagueBook& m_book;
    MentionList* m_list = nullptr;
    bool m_isInserting = false;
};

} // namespace parley::console
