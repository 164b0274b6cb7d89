// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/form.h"

namespace parley::console {

/// The fields of one provider of language models.
class ProviderForm : public Form {
    Q_OBJECT

public:
    explicit ProviderForm(QWidget* parent = nullptr);

    /// The provider with what is written in the fields; what the form does not know stays.
    QJsonObject provider() const;
    void setProvider(const QJsonObject& provider);

private:
    void addKey();
    void addModels();

    QJsonObject m_provider;
};

} // namespace parley::console
