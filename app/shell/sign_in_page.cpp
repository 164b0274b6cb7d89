// SPDX-License-Identifier: MIT
#include "app/shell/sign_in_page.h"

#include "app/session/credential_store.h"
#include "app/session/local_server.h"
#include "app/session/session.h"
#include "app/style/icons.h"
#include "app/widgets/banner.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kCardPx = 400;
constexpr int kLogoPx = 56;
constexpr int kPadPx = 28;

QLineEdit* addField(QVBoxLayout& layout, const QString& label, PlainLabel** error, QWidget* parent)
{
    auto* field = new QLineEdit(parent);
    auto* caption = new PlainLabel(label, parent);
    caption->setBuddy(field);
    field->setAccessibleName(label);
    layout.addWidget(caption);
    layout.addWidget(field);
    if (error != nullptr) {
        *error = new PlainLabel({}, "error", parent);
        (*error)->hide();
        layout.addWidget(*error);
    }
    return field;
}

void showFault(QLineEdit* field, PlainLabel* label, const QString& fault)
{
    setInvalid(field, !fault.isEmpty());
    label->setText(fault);
    label->setVisible(!fault.isEmpty());
}

} // namespace

SignInPage::SignInPage(Session& session,
                       ProfileStore& profiles,
                       CredentialStore& credentials,
                       LocalServer& local,
                       QWidget* parent)
    : QWidget(parent), m_session(session), m_profiles(profiles), m_credentials(credentials), m_local(local)
{
    build();
    connect(&m_local,
            &LocalServer::ready,
            this,
            [this](const QUrl& server, const QString& email, const QString& password) {
                Profile profile;
                for (const Profile& each : m_profiles.all()) {
                    if (each.isLocal) {
                        profile = each;
                    }
                }
                profile.name = tr("This computer");
                profile.server = server;
                profile.email = email;
                profile.isLocal = true;
                m_session.signIn(profile, password, false, [this](const std::optional<ApiError>& error) {
                    finish(error);
                });
            });
    connect(&m_local, &LocalServer::failed, this, [this](const QString& reason) {
        setBusy({});
        m_banner->say(Tone::Danger, reason);
    });
    connect(&m_credentials, &CredentialStore::availabilityChanged, this, [this] {
        m_keychain->setVisible(!m_credentials.isAvailable());
    });
}

SignInPage::~SignInPage() = default;

void SignInPage::build()
{
    auto* card = new QFrame(this);
    setRole(card, "card");
    card->setFixedWidth(kCardPx);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(kPadPx, kPadPx, kPadPx, kPadPx);
    layout->setSpacing(6);

    auto* logo = new QLabel(card);
    logo->setPixmap(productIcon().pixmap(kLogoPx, kLogoPx));
    logo->setAlignment(Qt::AlignCenter);
    layout->addWidget(logo);
    auto* title = new PlainLabel(tr("Sign in to Parley"), "title", card);
    title->setAlignment(Qt::AlignCenter);
    layout->addWidget(title);
    layout->addSpacing(10);
    m_banner = new Banner(card);
    m_banner->setObjectName(QStringLiteral("signInBanner"));
    layout->addWidget(m_banner);

    m_profile = new QComboBox(card);
    m_profile->setAccessibleName(tr("Servers used before"));
    m_forget = new QPushButton(tr("Forget"), card);
    setRole(m_forget, "flat");
    setPlainToolTip(m_forget, tr("Takes this server from the list and its sign-in from this computer."));
    auto* known = new QHBoxLayout;
    known->addWidget(m_profile, 1);
    known->addWidget(m_forget);
    layout->addLayout(known);
    m_server = addField(*layout, tr("Server"), &m_serverError, card);
    m_server->setObjectName(QStringLiteral("server"));
    m_server->setPlaceholderText(QStringLiteral("desk.example.com"));
    m_email = addField(*layout, tr("E-mail"), &m_emailError, card);
    m_email->setObjectName(QStringLiteral("email"));
    m_password = addField(*layout, tr("Password"), nullptr, card);
    m_password->setObjectName(QStringLiteral("password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_remember = new QCheckBox(tr("Stay signed in on this computer"), card);
    m_remember->setChecked(true);
    layout->addSpacing(4);
    layout->addWidget(m_remember);
    m_keychain = new PlainLabel(
        tr("This computer offers no keychain to keep the sign-in in, so it lasts until Parley is closed. "
           "Nothing secret is ever written to a plain file."),
        "muted",
        card);
    m_keychain->hide();
    layout->addWidget(m_keychain);
    layout->addSpacing(8);
    m_signIn = new QPushButton(tr("Sign in"), card);
    m_signIn->setObjectName(QStringLiteral("signIn"));
    setRole(m_signIn, "primary");
    layout->addWidget(m_signIn);
    m_here = new QPushButton(icon(QStringLiteral("computer")), tr("Run on this computer"), card);
    m_here->setObjectName(QStringLiteral("runHere"));
    setPlainToolTip(m_here,
                    tr("Starts a private server with a demo company on this computer and signs in to it."));
    m_here->setVisible(!LocalServer::program().isEmpty());
    layout->addWidget(m_here);

    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(card);
    row->addStretch(1);
    auto* outer = new QVBoxLayout(this);
    outer->addStretch(1);
    outer->addLayout(row);
    outer->addStretch(1);

    connect(m_signIn, &QPushButton::clicked, this, &SignInPage::signIn);
    connect(m_here, &QPushButton::clicked, this, &SignInPage::signInLocally);
    connect(m_profile, &QComboBox::activated, this, &SignInPage::chooseProfile);
    connect(m_forget, &QPushButton::clicked, this, [this] {
        const QString id = m_profile->currentData().toString();
        m_credentials.remove(QStringLiteral("refresh:") + id);
        m_profiles.remove(id);
        showProfiles();
    });
    for (QLineEdit* field : {m_server, m_email, m_password}) {
        connect(field, &QLineEdit::returnPressed, this, &SignInPage::signIn);
    }
    connect(m_server, &QLineEdit::textEdited, this, [this] { showFault(m_server, m_serverError, {}); });
    connect(m_email, &QLineEdit::textEdited, this, [this] { showFault(m_email, m_emailError, {}); });
}

void SignInPage::begin(const QString& reason)
{
    setBusy({});
    m_password->clear();
    showProfiles();
    if (reason.isEmpty()) {
        m_banner->clear();
    } else {
        m_banner->say(Tone::Warning, reason);
    }
    focusFirst();
}

void SignInPage::focusFirst()
{
    QLineEdit* first = m_server->text().isEmpty()  ? m_server
                       : m_email->text().isEmpty() ? m_email
                                                   : m_password;
    first->setFocus();
}

void SignInPage::prefill(const QString& server, const QString& email)
{
    if (!server.isEmpty()) {
        m_server->setText(server);
        m_profile->setCurrentIndex(m_profile->count() - 1);
    }
    if (!email.isEmpty()) {
        m_email->setText(email);
    }
    focusFirst();
}

void SignInPage::showProfiles()
{
    m_profile->clear();
    for (const Profile& profile : m_profiles.all()) {
        m_profile->addItem(profile.isLocal ? tr("This computer")
                                           : QStringLiteral("%1 – %2").arg(profile.name, profile.email),
                           profile.id);
    }
    m_profile->addItem(tr("Another server"), QString());
    const bool hasSome = m_profile->count() > 1;
    m_profile->setVisible(hasSome);
    m_forget->setVisible(hasSome);
    chooseProfile(0);
}

void SignInPage::chooseProfile(int at)
{
    const Profile* profile = m_profiles.find(m_profile->itemData(at).toString());
    m_forget->setEnabled(profile != nullptr);
    m_server->setText(profile != nullptr && !profile->isLocal ? profile->server.toString() : QString());
    m_email->setText(profile != nullptr && !profile->isLocal ? profile->email : QString());
    m_password->clear();
}

void SignInPage::resumeLast()
{
    if (m_profiles.all().isEmpty()) {
        return;
    }
    const Profile last = m_profiles.all().first();
    if (!last.isLocal) {
        resume(last);
    } else if (!LocalServer::program().isEmpty()) {
        signInLocally();
    }
}

void SignInPage::resume(const Profile& profile)
{
    setBusy(tr("Signing in to %1 …").arg(profile.name));
    m_session.resume(profile, [this](const std::optional<ApiError>& error) {
        if (error &&
            (error->code == QLatin1String("no_token") || error->status == 400 || error->status == 401)) {
            setBusy({});
            m_password->setFocus();
            return;
        }
        finish(error);
    });
}

bool SignInPage::checkInput()
{
    const bool hasServer = !serverFromText(m_server->text()).isEmpty();
    showFault(m_server,
              m_serverError,
              hasServer ? QString() : tr("Name the server, such as desk.example.com or localhost:8080."));
    const bool hasEmail = m_email->text().contains(QLatin1Char('@'));
    showFault(m_email,
              m_emailError,
              hasEmail ? QString() : tr("Your e-mail address, such as ana@example.com."));
    if (!hasServer) {
        m_server->setFocus();
    } else if (!hasEmail) {
        m_email->setFocus();
    } else if (m_password->text().isEmpty()) {
        m_password->setFocus();
    }
    return hasServer && hasEmail && !m_password->text().isEmpty();
}

void SignInPage::signIn()
{
    if (!m_signIn->isEnabled() || !checkInput()) {
        return;
    }
    Profile profile;
    if (const Profile* known = m_profiles.find(m_profile->currentData().toString());
        known != nullptr && !known->isLocal) {
        profile = *known;
    }
    const QUrl server = serverFromText(m_server->text());
    if (profile.server != server || profile.email != m_email->text().trimmed()) {
        profile = Profile();
    }
    profile.server = server;
    profile.email = m_email->text().trimmed();
    setBusy(tr("Signing in …"));
    m_session.signIn(profile,
                     m_password->text(),
                     m_remember->isChecked(),
                     [this](const std::optional<ApiError>& error) { finish(error); });
}

void SignInPage::signInLocally()
{
    setBusy(tr("Starting a server on this computer …"));
    m_local.start();
}

void SignInPage::finish(const std::optional<ApiError>& error)
{
    setBusy({});
    if (!error) {
        m_password->clear();
        return;
    }
    m_banner->say(Tone::Danger,
                  error->code == QLatin1String("invalid_credentials")
                      ? tr("E-mail and password do not match an account on this server.")
                      : error->describe());
    m_password->setFocus();
    m_password->selectAll();
}

void SignInPage::setBusy(const QString& what)
{
    const bool isBusy = !what.isEmpty();
    for (QWidget* each : {static_cast<QWidget*>(m_profile),
                          static_cast<QWidget*>(m_server),
                          static_cast<QWidget*>(m_email),
                          static_cast<QWidget*>(m_password),
                          static_cast<QWidget*>(m_remember),
                          static_cast<QWidget*>(m_signIn),
                          static_cast<QWidget*>(m_here),
                          static_cast<QWidget*>(m_forget)}) {
        each->setEnabled(!isBusy);
    }
    if (isBusy) {
        m_banner->say(Tone::Neutral, what);
    } else {
        m_banner->clear();
    }
}

} // namespace parley::console
