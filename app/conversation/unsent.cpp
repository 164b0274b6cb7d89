// SPDX-License-Identifier: MIT
#include "app/conversation/unsent.h"

#include "app/conversation/post_office.h"

#include <QSet>

namespace parley::console {

QList<Unsent> unsentBehind(const PostOffice& post, const QStringList& open)
{
    QSet<QString> seen(open.cbegin(), open.cend());
    QList<Unsent> found;
    const auto add = [&](Unsent each) {
        if (!seen.contains(each.conversation)) {
            seen.insert(each.conversation);
            found.append(std::move(each));
        }
    };
    for (const Letter& letter : post.all()) {
        add({letter.conversation, letter.customer, letter.text(), letter.fault, false, letter.isNote()});
    }
    for (const QString& conversation : post.drafts().drafts()) {
        const DraftStore::Draft draft = post.drafts().load(conversation);
        add({conversation, draft.customer, draft.text, {}, true, draft.isNote});
    }
    return found;
}

} // namespace parley::console
