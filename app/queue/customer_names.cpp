// SPDX-License-Identifier: MIT
#include "app/queue/customer_names.h"

#include "app/conversation/conversation_source.h"
#include "app/net/api_client.h"

namespace parley::console {

namespace {

constexpr int kAtOnce = 4;
constexpr int kMostKept = 5'000;

} // namespace

CustomerNames::CustomerNames(ApiClient& api, QObject* parent) : QObject(parent), m_api(api) {}

QString CustomerNames::name(const QString& customer)
{
    if (customer.isEmpty()) {
        return {};
    }
    if (!m_asked.contains(customer)) {
        if (m_asked.size() >= kMostKept) {
            clear();
        }
        m_asked.insert(customer);
        m_waiting.enqueue(customer);
        askNext();
    }
    return m_names.value(customer);
}

void CustomerNames::clear()
{
    m_names.clear();
    m_asked.clear();
    m_waiting.clear();
}

void CustomerNames::askNext()
{
    while (m_underway < kAtOnce && !m_waiting.isEmpty()) {
        const QString customer = m_waiting.dequeue();
        ++m_underway;
        m_api.get(QStringLiteral("/customers/") + customer, this, [this, customer](const ApiReply& reply) {
            --m_underway;
            if (reply.isOk()) {
                m_names.insert(customer, nameOfCustomer(reply.object));
                Q_EMIT found(customer);
            } else if (reply.error->isPassing()) {
                m_asked.remove(customer);
            }
            askNext();
        });
    }
}

} // namespace parley::console
