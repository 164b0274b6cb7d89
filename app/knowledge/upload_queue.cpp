// SPDX-License-Identifier: MIT
#include "app/knowledge/upload_queue.h"

#include "app/knowledge/document_words.h"
#include "app/net/json.h"
#include "app/widgets/roles.h"

#include <QFile>
#include <QFileInfo>
#include <QHttpMultiPart>
#include <QMimeDatabase>
#include <QUuid>

#include <algorithm>
#include <array>

namespace parley::console {

namespace {

constexpr int kAtOnce = 2;
constexpr int kUnauthorized = 401;
/// As the server has it, unless whoever runs it has changed that.
constexpr qint64 kMostBytes = 100LL * 1024 * 1024;

constexpr std::array kEndings = {QLatin1String("pdf"),
                                 QLatin1String("docx"),
                                 QLatin1String("md"),
                                 QLatin1String("markdown"),
                                 QLatin1String("html"),
                                 QLatin1String("htm"),
                                 QLatin1String("txt"),
                                 QLatin1String("csv")};

QHttpPart field(const char* name, const QString& value)
{
    QHttpPart part;
    part.setRawHeader("Content-Disposition", QByteArray("form-data; name=\"") + name + '"');
    part.setBody(value.toUtf8());
    return part;
}

/// As browsers write a file's name into a form.
QByteArray quoted(const QString& name)
{
    return name.toUtf8().replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
}

} // namespace

UploadQueue::UploadQueue(ApiClient& api, QObject* parent) : QAbstractListModel(parent), m_api(api) {}

UploadQueue::~UploadQueue()
{
    for (const Item& item : m_items) {
        m_api.cancel(item.request);
    }
}

QString UploadQueue::faultOf(const QString& path)
{
    const QFileInfo file(path);
    if (!file.exists()) {
        return tr("There is no such file any more.");
    }
    if (file.isDir()) {
        return tr("This is a folder. Drop the files that are in it.");
    }
    const QString ending = file.suffix().toLower();
    if (std::find(kEndings.begin(), kEndings.end(), ending) == kEndings.end()) {
        return tr("Only PDF, DOCX, Markdown, HTML, text and CSV can be read.");
    }
    if (!file.isReadable()) {
        return tr("You may not read this file.");
    }
    if (file.size() > kMostBytes) {
        return tr("The file has %1; the server takes 100 MB.").arg(QLocale().formattedDataSize(file.size()));
    }
    return file.size() == 0 ? tr("The file is empty.") : QString();
}

QStringList UploadQueue::namePatterns()
{
    QStringList patterns;
    for (const QLatin1String& ending : kEndings) {
        patterns.append(QLatin1String("*.") + ending);
    }
    return patterns;
}

void UploadQueue::add(const QStringList& paths, const QString& visibility)
{
    if (paths.isEmpty()) {
        return;
    }
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(paths.size()) - 1);
    for (const QString& path : paths) {
        Item item;
        item.key = ++m_lastKey;
        item.path = path;
        item.name = QFileInfo(path).fileName();
        item.visibility = visibility;
        item.note = faultOf(path);
        item.state = item.note.isEmpty() ? State::Waiting : State::Failed;
        m_items.append(item);
    }
    endInsertRows();
    startNext();
    Q_EMIT changed();
}

void UploadQueue::retry(int row)
{
    if (row < 0 || row >= rowCount() || m_items.at(row).state != State::Failed) {
        return;
    }
    Item& item = m_items[row];
    item.note = faultOf(item.path);
    item.isRetriedForToken = false;
    item.progress = 0;
    if (item.note.isEmpty()) {
        item.state = State::Waiting;
    }
    tell(item);
    startNext();
}

void UploadQueue::remove(int row)
{
    if (row < 0 || row >= rowCount()) {
        return;
    }
    m_api.cancel(m_items.at(row).request);
    beginRemoveRows({}, row, row);
    m_items.removeAt(row);
    endRemoveRows();
    startNext();
    Q_EMIT changed();
}

void UploadQueue::removeFinished()
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (m_items.at(row).state == State::Done || m_items.at(row).state == State::Failed) {
            remove(row);
        }
    }
}

int UploadQueue::underWay() const
{
    return static_cast<int>(std::count_if(m_items.begin(), m_items.end(), [](const Item& item) {
        return item.state == State::Waiting || item.state == State::Sending;
    }));
}

void UploadQueue::startNext()
{
    auto sending = std::count_if(m_items.begin(), m_items.end(), [](const Item& item) {
        return item.state == State::Sending;
    });
    for (Item& item : m_items) {
        if (sending >= kAtOnce) {
            return;
        }
        if (item.state == State::Waiting) {
            start(item);
            sending += item.state == State::Sending ? 1 : 0;
        }
    }
}

void UploadQueue::start(Item& item)
{
    auto* parts = new QHttpMultiPart(QHttpMultiPart::FormDataType);
    auto* file = new QFile(item.path, parts);
    if (!file->open(QIODevice::ReadOnly)) {
        item.state = State::Failed;
        item.note = file->errorString();
        delete parts;
        tell(item);
        return;
    }
    parts->append(field("visibility", item.visibility));
    QHttpPart content;
    content.setRawHeader("Content-Disposition",
                         "form-data; name=\"file\"; filename=\"" + quoted(item.name) + '"');
    content.setRawHeader("Content-Type", QMimeDatabase().mimeTypeForFile(item.path).name().toLatin1());
    content.setBodyDevice(file);
    parts->append(content);
    item.state = State::Sending;
    item.progress = 0;
    renewKey(item);
    item.request = m_api.upload(
        QStringLiteral("/knowledge/documents"),
        parts,
        item.idempotencyKey,
        this,
        [this, key = item.key](qint64 sent, qint64 total) {
            if (Item* found = find(key)) {
                found->progress = static_cast<double>(sent) / static_cast<double>(total);
                tell(*found);
            }
        },
        [this, key = item.key](const ApiReply& reply) { answered(key, reply); });
    tell(item);
}

/// A file that was changed between two attempts is another document.
void UploadQueue::renewKey(Item& item)
{
    const QFileInfo file(item.path);
    const std::pair contents(file.size(), file.lastModified().toMSecsSinceEpoch());
    if (item.idempotencyKey.isEmpty() || item.contents != contents) {
        item.idempotencyKey = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
        item.contents = contents;
    }
}

void UploadQueue::answered(quint64 key, const ApiReply& reply)
{
    Item* item = find(key);
    if (item == nullptr) {
        return;
    }
    item->request = 0;
    if (reply.status == kUnauthorized && !item->isRetriedForToken) {
        tokenRanOut(key);
        return;
    }
    if (reply.error) {
        item->state = State::Failed;
        item->note = reply.error->describe();
    } else {
        item->state = State::Done;
        item->progress = 1;
        item->document = json::text(reply.object, QLatin1String("id"));
        item->note = json::text(reply.object, QLatin1String("duplicate_of")).isEmpty()
                         ? tr("Added")
                         : tr("Added, though another document has the very same contents");
    }
    const QString document = item->document;
    tell(*item);
    if (!document.isEmpty()) {
        Q_EMIT uploaded(document);
    }
    startNext();
}

/// A form cannot be sent twice, so a plain request has the token renewed, and then the file is read anew.
void UploadQueue::tokenRanOut(quint64 key)
{
    Item* item = find(key);
    item->isRetriedForToken = true;
    m_api.get(QStringLiteral("/me"), this, [this, key](const ApiReply& reply) {
        Item* waiting = find(key);
        if (waiting == nullptr) {
            return;
        }
        waiting->state = reply.error ? State::Failed : State::Waiting;
        waiting->note = reply.error ? reply.error->describe() : QString();
        tell(*waiting);
        startNext();
    });
}

UploadQueue::Item* UploadQueue::find(quint64 key)
{
    const auto found =
        std::find_if(m_items.begin(), m_items.end(), [key](const Item& item) { return item.key == key; });
    return found == m_items.end() ? nullptr : &*found;
}

void UploadQueue::tell(const Item& item)
{
    const int row = static_cast<int>(&item - m_items.constData());
    Q_EMIT dataChanged(index(row), index(row));
    Q_EMIT changed();
}

int UploadQueue::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant UploadQueue::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Item& item = m_items.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return item.name;
    case Qt::AccessibleTextRole:
        return item.note.isEmpty() ? item.name : item.name + QLatin1String(": ") + item.note;
    case Qt::ToolTipRole:
        return plainToolTip(item.note.isEmpty() ? item.path : item.path + QLatin1Char('\n') + item.note);
    case StateRole:
        return static_cast<int>(item.state);
    case ProgressRole:
        return item.progress;
    case NoteRole:
        return item.state == State::Waiting && item.note.isEmpty() ? tr("Waiting") : item.note;
    case DocumentRole:
        return item.document;
    default:
        return {};
    }
}

} // namespace parley::console
