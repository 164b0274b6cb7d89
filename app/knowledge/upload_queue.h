// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/api_client.h"

#include <QAbstractListModel>
#include <QStringList>

#include <utility>

namespace parley::console {

/// Files on their way to the server, two at a time, one row each: how far each is, and what became of it.
/// What cannot be a document is said before anything is sent.
/// @thread GUI; files are read by pieces as they are sent
class UploadQueue : public QAbstractListModel {
    Q_OBJECT

public:
    enum class State { Waiting, Sending, Done, Failed };
    enum Role {
        StateRole = Qt::UserRole + 1, ///< State as int
        ProgressRole,                 ///< 0..1
        NoteRole,                     ///< in words: what became of it, or why not
        DocumentRole                  ///< id of the document it has become
    };

    /// @param api outlives this
    explicit UploadQueue(ApiClient& api, QObject* parent = nullptr);
    ~UploadQueue() override;

    /// @param paths of this computer @param visibility "public" or "internal"
    void add(const QStringList& paths, const QString& visibility);
    /// Sends a failed one again.
    void retry(int row);
    /// Stops one that is under way; takes a finished one off the list.
    void remove(int row);
    void removeFinished();
    /// How many are waiting or being sent.
    int underWay() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    /// Why a file cannot be a document, in words; empty: it may be one.
    static QString faultOf(const QString& path);
    /// For file dialogs: "*.pdf", …
    static QStringList namePatterns();

Q_SIGNALS:
    /// The server has it and reads it.
    void uploaded(const QString& document);
    /// How many are under way, or what became of one.
    void changed();

private:
    struct Item {
        quint64 key = 0;
        QString path;
        QString name;
        QString visibility;
        State state = State::Waiting;
        double progress = 0;
        QString note;
        QString document;
        /// Of this file as it is now: however often it is sent, it becomes one document.
        QByteArray idempotencyKey;
        /// What the file was when the key was made: length and time of its last change.
        std::pair<qint64, qint64> contents;
        ApiClient::RequestId request = 0;
        bool isRetriedForToken = false;
    };

    void startNext();
    void start(Item& item);
    static void renewKey(Item& item);
    void answered(quint64 key, const ApiReply& reply);
    void tokenRanOut(quint64 key);
    Item* find(quint64 key);
    void tell(const Item& item);

    ApiClient& m_api;
    QList<Item> m_items;
    quint64 m_lastKey = 0;
};

} // namespace parley::console
