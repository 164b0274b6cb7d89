// SPDX-License-Identifier: MIT
#include "app/shell/tenant_picker.h"

#include "app/net/json.h"
#include "app/net/whole_list.h"
#include "app/session/session.h"
#include "app/widgets/display_text.h"
#include "app/widgets/form_fields.h"
#include "app/widgets/plain_label.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kLongestName = 80;

} // namespace

TenantPicker::TenantPicker(Session& session, ApiClient& api, QWidget* parent)
    : QWidget(parent), m_session(session), m_api(api), m_box(new QComboBox(this))
{
    m_box->setAccessibleName(tr("Tenant you act in"));
    m_box->setObjectName(QStringLiteral("tenant"));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 4);
    layout->setSpacing(3);
    layout->addWidget(new PlainLabel(tr("You act in"), "muted", this));
    layout->addWidget(m_box);
    connect(m_box, &QComboBox::activated, this, [this](int at) {
        const QString id = m_box->itemData(at).toString();
        const QString name = at > 0 ? m_box->itemText(at) : QString();
        showCurrent(); // until the person has agreed to lose what is not saved
        m_session.actIn(id, name);
    });
    connect(&m_session, &Session::tenantChanged, this, [this] {
        showCurrent();
        begin(); // a tenant may have been made meanwhile
    });
    hide();
}

void TenantPicker::begin()
{
    setVisible(m_session.user().isAdmin());
    if (!m_session.user().isAdmin()) {
        return;
    }
    getAll(m_api, QStringLiteral("/tenants"), this, [this](const WholeList& tenants) {
        if (tenants.isOk()) {
            show(tenants.items, cutNote(tenants));
        }
    });
}

void TenantPicker::show(const QJsonArray& tenants, const QString& note)
{
    m_box->clear();
    m_box->addItem(tr("No tenant (the platform)"), QString());
    for (const QJsonValue& each : tenants) {
        const QJsonObject tenant = each.toObject();
        m_box->addItem(displayLine(json::text(tenant, QLatin1String("name")), kLongestName),
                       json::text(tenant, QLatin1String("id")));
    }
    addNote(*m_box, note);
    const int chosen = m_box->findData(m_api.tenant());
    if (chosen > 0 && m_session.tenantName() != m_box->itemText(chosen)) {
        m_session.actIn(m_api.tenant(), m_box->itemText(chosen)); // its name was not known yet
    }
    showCurrent();
}

void TenantPicker::showCurrent()
{
    const QString id = m_api.tenant();
    if (m_box->findData(id) < 0 && m_box->count() > 0) {
        m_box->addItem(displayLine(m_session.tenantName().isEmpty() ? id : m_session.tenantName(),
                                   kLongestName),
                       id);
    }
    m_box->setCurrentIndex(m_box->findData(id));
}

} // namespace parley::console
