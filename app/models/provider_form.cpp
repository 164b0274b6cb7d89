// SPDX-License-Identifier: MIT
#include "app/models/provider_form.h"

#include "app/models/model_lines.h"
#include "app/widgets/form_fields.h"
#include "app/widgets/secret_edit.h"

#include <QFontDatabase>
#include <QPlainTextEdit>

namespace parley::console {

namespace {

constexpr int kLeastTimeoutMs = 100;
constexpr int kMostTimeoutMs = 600'000;
constexpr int kModelLines = 4;

} // namespace

ProviderForm::ProviderForm(QWidget* parent) : Form(parent)
{
    addText(QStringLiteral("name"),
            tr("Name"),
            {},
            rules::chain({rules::required(),
                          rules::matches(QStringLiteral("[0-9A-Za-z._-]{1,64}"),
                                         tr("1 to 64 letters, digits, dots, _ and -."))}));
    addChoice(QStringLiteral("kind"),
              tr("Kind"),
              {{QStringLiteral("openai"), tr("OpenAI, or anything that speaks its language")},
               {QStringLiteral("anthropic"), QStringLiteral("Anthropic")},
               {QStringLiteral("gemini"), QStringLiteral("Google Gemini")},
               {QStringLiteral("openrouter"), QStringLiteral("OpenRouter")},
               {QStringLiteral("local"), tr("A server of your own (llama.cpp, vLLM, Ollama)")}});
    addText(QStringLiteral("base_url"),
            tr("Address"),
            tr("Empty: the provider's own. A server of your own needs one."),
            rules::webAddress());
    addKey();
    addModels();
    addOptionalNumber(*this,
                      QStringLiteral("timeout_ms"),
                      tr("Time limit in milliseconds"),
                      kLeastTimeoutMs,
                      kMostTimeoutMs,
                      0,
                      tr("To the first word, and from one to the next; then the next provider is asked."),
                      QStringLiteral("10000"));
}

void ProviderForm::addKey()
{
    auto* key = new SecretEdit(this);
    connect(key, &SecretEdit::secretChanged, this, [this] { touch(QStringLiteral("api_key")); });
    addCustom(
        QStringLiteral("api_key"),
        tr("API key"),
        key,
        [key] { return key->secret().isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(key->secret()); },
        [key](const QJsonValue& value) { key->setSecret(value.toString()); },
        tr("Kept encrypted, for this address alone, and never shown again."));
}

void ProviderForm::addModels()
{
    auto* editor = new QPlainTextEdit(this);
    editor->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    editor->setTabChangesFocus(true);
    editor->setFixedHeight(editor->fontMetrics().lineSpacing() * (kModelLines + 1));
    editor->setPlaceholderText(QStringLiteral("gpt-4o-mini 0.15 0.60"));
    connect(editor, &QPlainTextEdit::textChanged, this, [this] { touch(QStringLiteral("models")); });
    addCustom(
        QStringLiteral("models"),
        tr("Models"),
        editor,
        [editor] { return QJsonValue(model_lines::modelsOf(editor->toPlainText())); },
        [editor](const QJsonValue& value) { editor->setPlainText(model_lines::textOf(value.toArray())); },
        tr("One a line; the first is asked where an agent names none. With prices the costs are counted: "
           "name, "
           "then what a million tokens cost read and written."),
        [editor](const QJsonValue&) { return model_lines::faultIn(editor->toPlainText()); });
}

void ProviderForm::setProvider(const QJsonObject& provider)
{
    m_provider = provider;
    load(provider);
}

QJsonObject ProviderForm::provider() const
{
    QJsonObject made = m_provider;
    const QJsonObject written = value();
    for (auto field = written.begin(); field != written.end(); ++field) {
        made.insert(field.key(), field.value());
    }
    return made;
}

} // namespace parley::console
