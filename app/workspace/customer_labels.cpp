// SPDX-License-Identifier: MIT
#include "app/workspace/customer_labels.h"

#include "app/net/api_client.h"
#include "app/workspace/desk_words.h"

namespace parley::console {

namespace {

constexpr int kMostAtOnce = 4;
/// What is on a screen; who scrolls past is not waited for.
constexpr int kMostWanted = 64;

} // namespace

CustomerLabels::CustomerLabels(ApiClient& api, QObject* parent) : QObject(parent), m_api(api) {}

void CustomerLabels::ask(const QStringList& customers)
{
    for (const QString& each : customers) {
        if (!each.isEmpty() && !m_names.contains(each) && !m_reading.contains(each)) {
            m_wanted.removeAll(each);
            m_wanted.prepend(each);
        }
    }
    while (m_wanted.size() > kMostWanted) {
        m_wanted.removeLast();
    }
    next();
}

void CustomerLabels::next()
{
    while (!m_wanted.isEmpty() && m_reading.size() < kMostAtOnce) {
        const QString customer = m_wanted.takeFirst();
        m_reading.insert(customer);
        m_api.get(QStringLiteral("/customers/%1").arg(customer),
                  this,
                  [this, customer](const ApiReply& reply) {
                      m_reading.remove(customer);
                      if (reply.isOk()) {
                          m_names.insert(customer, words::customer(reply.object));
                          Q_EMIT named(customer, m_names.value(customer));
                      } else if (reply.error->isPassing()) {
                          m_wanted.clear(); // the server has other worries; the next look asks again
                      }
                      next();
                  });
    }
}

} // namespace parley::console
