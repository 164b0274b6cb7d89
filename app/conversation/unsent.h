// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace parley::console {

class PostOffice;

/// Something that was written in a conversation and has not been sent.
struct Unsent {
    QString conversation;
    QString customer;
    QString text;
    /// Why a letter has not arrived; empty: it is on its way, or a draft.
    QString fault;
    bool isDraft = false;
    bool isNote = false;

    bool operator==(const Unsent&) const = default;
};

/// What waits in conversations that are not open: one line each, letters before drafts.
QList<Unsent> unsentBehind(const PostOffice& post, const QStringList& open);

} // namespace parley::console
