// SPDX-License-Identifier: MIT
#include "app/widget_designer/widget_page.h"

#include "app/net/api_client.h"
#include "app/net/json.h"
#include "app/session/session.h"
#include "app/style/icons.h"
#include "app/widget_designer/color_field.h"
#include "app/widget_designer/embed_code.h"
#include "app/widget_designer/widget_preview.h"
#include "app/widget_designer/widget_rules.h"
#include "app/widgets/banner.h"
#include "app/widgets/confirmation.h"
#include "app/widgets/copy_button.h"
#include "app/widgets/form.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"
#include "app/widgets/secret_dialog.h"
#include "app/workspace/navigator.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kMarginPx = 18;
constexpr int kFormWidthPx = 560;
constexpr int kPreviewWidthPx = 480;
constexpr int kCodeLines = 4;
constexpr int kMostTitle = 100;
constexpr int kMostGreeting = 500;
const auto kPath = QStringLiteral("/widget-config");
const auto kOrigins = QLatin1String("allowed_origins");
const auto kDemoKey = QLatin1String("demo");

} // namespace

WidgetPage::WidgetPage(Workspace& workspace, QWidget* parent)
    : Page(parent), m_workspace(workspace), m_lease(workspace)
{
    auto* splitter = new QSplitter(this);
    splitter->addWidget(buildForm());
    splitter->addWidget(buildPreview());
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({kFormWidthPx, kPreviewWidthPx});
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);

    const auto command = [this](const QString& text, const QKeySequence& keys, QPushButton* button) {
        auto* action = new QAction(text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, button, &QPushButton::click);
        addAction(action);
    };
    command(tr("Save the widget"), QKeySequence::Save, m_save);
    command(tr("Open the widget in the browser"), QKeySequence(Qt::CTRL | Qt::Key_L), m_live);
    command(tr("Copy the widget's code"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), m_copy);
    // Its own part of the list is not in the form, so what is typed there stays.
    connect(&m_lease, &PreviewLease::givenBack, this, [this](const QJsonObject& settings) {
        m_settings = settings;
    });
    connect(&m_workspace.session, &Session::leaving, this, &WidgetPage::endPreview);
    updateButtons();
}

QWidget* WidgetPage::buildForm()
{
    auto* side = new QWidget(this);
    m_banner = new Banner(side);
    m_form = new Form(side);
    m_form->setMaximumWidth(kFormWidthPx + 100);
    addLooks();
    addRules();
    m_form->load({});
    auto* inner = new QWidget(side);
    auto* innerLayout = new QHBoxLayout(inner);
    innerLayout->setContentsMargins(0, 0, kMarginPx / 2, 0);
    innerLayout->addWidget(m_form, 1, Qt::AlignTop);
    innerLayout->addStretch(0);
    auto* scroll = new QScrollArea(side);
    setRole(scroll, "plain");
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);

    m_save = new QPushButton(tr("Save"), side);
    setRole(m_save, "primary");
    m_save->setObjectName(QStringLiteral("save"));
    m_discard = new QPushButton(tr("Discard"), side);
    auto* tools = new QHBoxLayout;
    tools->addStretch(1);
    tools->addWidget(m_discard);
    tools->addWidget(m_save);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(kMarginPx, kMarginPx, kMarginPx / 2, kMarginPx);
    layout->setSpacing(12);
    layout->addWidget(new PlainLabel(tr("Chat widget"), "title", side));
    layout->addWidget(m_banner);
    layout->addWidget(scroll, 1);
    layout->addLayout(tools);
    connect(m_form, &Form::edited, this, [this] {
        showPreview();
        updateButtons();
    });
    connect(m_save, &QPushButton::clicked, this, &WidgetPage::save);
    connect(m_discard, &QPushButton::clicked, this, [this] {
        m_form->load(m_lease.withoutOwn(m_settings));
        showPreview();
        updateButtons();
    });
    connect(m_banner, &Banner::actionTriggered, this, &WidgetPage::allowPreview);
    return side;
}

void WidgetPage::addLooks()
{
    m_form->addSection(tr("Looks"));
    auto* color = new ColorField(m_form);
    m_form->addCustom(
        QStringLiteral("colors.primary"),
        tr("Colour"),
        color,
        [color] { return QJsonValue(color->value()); },
        [color](const QJsonValue& value) { color->setValue(value.toString()); },
        tr("Header, buttons and launcher. Text and links take shades of it that can be read, in light and "
           "dark."),
        rules::color());
    connect(color, &ColorField::edited, m_form, [this] { m_form->touch(QStringLiteral("colors.primary")); });
    m_form->addText(QStringLiteral("title"),
                    tr("Title"),
                    {},
                    rules::chain({rules::required(), rules::lengthAtMost(kMostTitle)}));
    m_form->addMultiline(QStringLiteral("greeting"),
                         tr("Greeting"),
                         3,
                         tr("The first thing a customer reads."),
                         rules::lengthAtMost(kMostGreeting));
    m_form->addLines(QStringLiteral("suggested_questions"),
                     tr("Suggested questions"),
                     4,
                     tr("One a line; a click asks it."),
                     rules::suggestedQuestions());
    m_form->addChoice(QStringLiteral("position"),
                      tr("Corner"),
                      {{QStringLiteral("right"), tr("Lower right")},
                       {QStringLiteral("left"), tr("Lower left")}});
    m_form->addText(
        QStringLiteral("locale"),
        tr("Language"),
        tr("Of its buttons and hints, where the visitor's own is not among en, de, es, fr and ar."),
        rules::locale());
    m_form->addCheck(QStringLiteral("ask_email"),
                     tr("Ask for an e-mail address while a person is awaited"),
                     tr("So that the answer reaches customers who have left."));
}

void WidgetPage::addRules()
{
    m_form->addSection(tr("Where it may run"));
    m_form->addLines(
        QStringLiteral("allowed_origins"),
        tr("Allowed sites"),
        4,
        tr("One a line, exactly as browsers send it, such as https://shop.example. Pages of other sites "
           "get no answer. * allows every site."),
        rules::origins());
    m_form->addSection(tr("Who is chatting"));
    m_form->addChoice(
        QStringLiteral("identity"),
        tr("Customers"),
        {{QStringLiteral("optional"), tr("Anybody may chat; signed-in customers may be named")},
         {QStringLiteral("required"), tr("Signed-in customers only")}},
        tr("Your site names a customer by user_id and user_hash, an HMAC-SHA256 made with the identity "
           "secret. Without it nobody can see somebody else's conversations."));
    auto* rotate = new QPushButton(icon(QStringLiteral("key")), tr("New identity secret…"), m_form);
    rotate->setObjectName(QStringLiteral("rotate"));
    auto* line = new QWidget(m_form);
    auto* lineLayout = new QHBoxLayout(line);
    lineLayout->setContentsMargins(0, 0, 0, 0);
    lineLayout->addWidget(rotate);
    lineLayout->addStretch(1);
    m_form->addWidget(line);
    connect(rotate, &QPushButton::clicked, this, &WidgetPage::rotateSecret);
}

QWidget* WidgetPage::buildPreview()
{
    auto* side = new QWidget(this);
    m_preview = new WidgetPreview(side);
    m_live = new QPushButton(icon(QStringLiteral("external")), tr("Open live preview"), side);
    m_live->setObjectName(QStringLiteral("live"));
    m_code = new QPlainTextEdit(side);
    m_code->setReadOnly(true);
    m_code->setTabChangesFocus(true);
    m_code->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_code->setAccessibleName(tr("Code to embed the widget"));
    m_code->setFixedHeight(QFontMetrics(m_code->font()).lineSpacing() * kCodeLines + 18);
    m_copy = new CopyButton(tr("Copy the code"), side);

    auto* head = new QHBoxLayout;
    head->addWidget(new PlainLabel(tr("Preview"), "heading", side), 1);
    head->addWidget(m_live);
    auto* codeHead = new QHBoxLayout;
    codeHead->addWidget(new PlainLabel(tr("On your site"), "heading", side), 1);
    codeHead->addWidget(m_copy);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(kMarginPx / 2, kMarginPx, kMarginPx, kMarginPx);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_preview, 1);
    layout->addSpacing(8);
    layout->addLayout(codeHead);
    layout->addWidget(
        new PlainLabel(tr("Put this before </body> of every page that shall have the chat."), "muted", side));
    layout->addWidget(m_code);
    connect(m_live, &QPushButton::clicked, this, &WidgetPage::openLive);
    return side;
}

void WidgetPage::activate()
{
    m_workspace.api.get(kPath, this, [this](const ApiReply& reply) {
        if (reply.error || m_settings.isEmpty() || !m_form->isChanged()) { // what is typed stays
            take(reply);
        }
        if (reply.isOk() && !m_server.isServing()) {
            m_lease.giveBack(reply.object); // left behind by a console that ended while the preview was open
        }
    });
}

void WidgetPage::hideEvent(QHideEvent* event)
{
    Page::hideEvent(event);
    // A window that is minimised is not left: the person looks at the preview in the browser.
    if (!event->spontaneous()) {
        endPreview();
    }
}

void WidgetPage::endPreview()
{
    m_server.close();
    m_lease.giveBack(m_settings);
}

QString WidgetPage::unsaved() const
{
    return m_form->isChanged() ? tr("Changes to the widget are not saved.") : QString();
}

void WidgetPage::take(const ApiReply& reply)
{
    if (reply.error) {
        ApiError error = *reply.error;
        error.fields = m_form->showErrors(error.fields);
        m_isAllowing = false;
        m_banner->say(Tone::Danger, error.describe());
        updateButtons();
        return;
    }
    m_banner->clear();
    m_settings = reply.object;
    m_form->load(m_lease.withoutOwn(m_settings));
    const QString code =
        embedCode(m_workspace.api.server(), json::text(m_settings, QLatin1String("public_key")));
    m_code->setPlainText(code);
    m_copy->setContent(code);
    showPreview();
    updateButtons();
}

void WidgetPage::showPreview()
{
    QJsonObject now = m_settings;
    const QJsonObject typed = m_form->changes();
    for (auto field = typed.begin(); field != typed.end(); ++field) {
        now.insert(field.key(), field.value());
    }
    m_preview->setSettings(now);
}

void WidgetPage::updateButtons()
{
    const bool isChanged = m_form->isChanged();
    m_save->setEnabled(isChanged);
    m_discard->setVisible(isChanged);
    m_live->setEnabled(!m_settings.isEmpty());
    m_copy->setEnabled(!m_settings.isEmpty());
}

void WidgetPage::save()
{
    if (!m_form->check()) {
        return;
    }
    m_save->setEnabled(false);
    m_workspace.api.patch(kPath, m_lease.withOwn(m_form->changes()), this, [this](const ApiReply& reply) {
        take(reply);
        if (reply.isOk()) {
            m_workspace.navigator.say(tr("Saved. Open pages show it when they are loaded again."));
        }
    });
}

/// The demo has a page on the server, which may always call it. Any other organisation's widget answers on
/// allowed sites alone, so the page comes from this computer, by an origin that can be allowed.
void WidgetPage::openLive()
{
    m_isAllowing = false;
    if (m_form->isChanged()) {
        m_banner->say(
            Tone::Warning,
            tr("The live preview is the real widget and shows what is saved. Save first, or discard."));
        return;
    }
    m_workspace.api.get(QStringLiteral("/me"), this, [this](const ApiReply& reply) {
        const QString slug =
            json::text(json::object(reply.object, QLatin1String("tenant")), QLatin1String("slug"));
        if (slug == kDemoKey) {
            QUrl demo = m_workspace.api.server();
            demo.setPath(QStringLiteral("/demo"));
            openPage(demo);
            return;
        }
        const QStringList allowed = json::texts(m_settings, kOrigins);
        if (!allowed.contains(PreviewServer::origin()) && !allowed.contains(QLatin1String("*"))) {
            m_isAllowing = true;
            m_banner->say(
                Tone::Warning,
                tr("The widget answers on allowed sites alone, and the preview comes from this computer "
                   "(%1), which is not among them. Allowing it lets pages that run on the computer of "
                   "whoever looks at them chat here, and nothing else; it is taken off the list when you "
                   "leave "
                   "this page.")
                    .arg(PreviewServer::origin()),
                tr("Allow it and open"));
            return;
        }
        if (!m_server.serve(previewPage(m_workspace.api.server(),
                                        json::text(m_settings, QLatin1String("public_key")),
                                        json::text(m_settings, QLatin1String("title")),
                                        json::text(m_settings, QLatin1String("locale"))))) {
            m_banner->say(Tone::Danger,
                          tr("The preview could not be opened: another program uses %1 (%2).")
                              .arg(PreviewServer::origin(), m_server.fault()));
            return;
        }
        openPage(QUrl(PreviewServer::origin() + QLatin1Char('/')));
    });
}

void WidgetPage::openPage(const QUrl& url)
{
    const bool isNamed = json::text(m_settings, QLatin1String("identity")) == QLatin1String("required");
    if (!openOwnPage(url)) {
        m_banner->say(Tone::Warning,
                      tr("No browser could be started. Open %1 yourself.").arg(url.toDisplayString()));
    } else if (isNamed) {
        m_banner->say(
            Tone::Neutral,
            tr("Only signed-in customers may chat, and the preview names nobody: it shows the looks, and "
               "opening a chat in it is refused."));
    }
}

void WidgetPage::allowPreview()
{
    if (!std::exchange(m_isAllowing, false)) {
        return;
    }
    m_lease.take(m_settings, [this](const ApiReply& reply) {
        take(reply);
        if (reply.isOk()) {
            openLive();
        }
    });
}

void WidgetPage::rotateSecret()
{
    confirmDestruction(
        this,
        tr("Make a new identity secret?"),
        tr("The old one counts no longer: until your site signs with the new one, its signed-in "
           "customers are strangers here and do not see their earlier conversations."),
        tr("Make a new secret"),
        [this] {
            m_workspace.api.post(kPath + QStringLiteral("/identity-secret"),
                                 {},
                                 this,
                                 [this](const ApiReply& reply) {
                                     if (reply.error) {
                                         m_banner->say(Tone::Danger, reply.error->describe());
                                         return;
                                     }
                                     showSecret(json::text(reply.object, QLatin1String("identity_secret")));
                                 });
        });
}

void WidgetPage::showSecret(const QString& secret)
{
    showSecretOnce(
        this,
        tr("The identity secret"),
        tr("Keep it now, where only your site's server can read it: whoever has it can name themselves as "
           "any customer. It cannot be shown again."),
        {{tr("Identity secret"), secret}});
}

} // namespace parley::console
