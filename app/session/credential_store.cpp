// SPDX-License-Identifier: MIT
#include "app/session/credential_store.h"

#include <QPointer>
#include <QTimer>
#include <qt6keychain/keychain.h>

namespace parley::console {

namespace {

const QLatin1String kService("parley-console");

bool isFaultOfKeychain(QKeychain::Error error)
{
    return error != QKeychain::NoError && error != QKeychain::EntryNotFound;
}

} // namespace

CredentialStore::CredentialStore(QObject* parent) : QObject(parent) {}

void CredentialStore::setAvailable(bool isAvailable, const QString& fault)
{
    m_fault = fault;
    if (m_isAvailable != isAvailable) {
        m_isAvailable = isAvailable;
        Q_EMIT availabilityChanged();
    }
}

void CredentialStore::read(const QString& name, QObject* context, Found found)
{
    if (m_memory.contains(name)) {
        QTimer::singleShot(0, context, [secret = m_memory.value(name), found = std::move(found)] {
            found(secret);
        });
        return;
    }
    auto* job = new QKeychain::ReadPasswordJob(kService);
    job->setKey(name);
    // Without a parent: the keychain answers a job also after this has gone, and the job deletes itself then.
    connect(job,
            &QKeychain::Job::finished,
            this,
            [this, job, context = QPointer(context), found = std::move(found)] {
                const bool isFault = isFaultOfKeychain(job->error());
                setAvailable(!isFault, isFault ? job->errorString() : QString());
                if (context) {
                    found(job->error() == QKeychain::NoError ? job->binaryData() : QByteArray());
                }
            });
    job->start();
}

void CredentialStore::write(const QString& name, const QByteArray& secret, QObject* context, Saved saved)
{
    m_memory.insert(name, secret);
    auto* job = new QKeychain::WritePasswordJob(kService);
    job->setKey(name);
    job->setBinaryData(secret);
    connect(job,
            &QKeychain::Job::finished,
            this,
            [this, job, context = QPointer(context), saved = std::move(saved)] {
                const bool isFault = isFaultOfKeychain(job->error());
                setAvailable(!isFault, isFault ? job->errorString() : QString());
                if (context && saved) {
                    saved(!isFault);
                }
            });
    job->start();
}

void CredentialStore::remove(const QString& name)
{
    m_memory.remove(name);
    auto* job = new QKeychain::DeletePasswordJob(kService);
    job->setKey(name);
    job->start();
}

} // namespace parley::console
