// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>
#include <QJsonObject>

class QPushButton;

namespace parley::console {

class ApiClient;
class Banner;
class Form;

/// Writes an article for the knowledge base. Opened with `open()`, goes by itself.
class ArticleEditor : public QDialog {
    Q_OBJECT

public:
    /// @param draft what stands in it at first: title, text, category, visibility; may be empty
    /// @param api outlives this
    ArticleEditor(ApiClient& api, const QJsonObject& draft, QWidget* parent);

    /// Asks first where something was written.
    void reject() override;

Q_SIGNALS:
    /// The server has it and reads it.
    void created(const QString& document);

private:
    void save();

    ApiClient& m_api;
    Form* m_form;
    Banner* m_banner;
    QPushButton* m_save;
};

} // namespace parley::console
