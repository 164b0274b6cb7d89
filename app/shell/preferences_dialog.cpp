// SPDX-License-Identifier: MIT
#include "app/shell/preferences_dialog.h"

#include "app/shell/autostart.h"
#include "app/shell/preferences.h"
#include "app/widgets/plain_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kWidthPx = 420;

template <class Set>
void addCheck(QVBoxLayout& layout, QDialog* dialog, const QString& label, bool isOn, Set set)
{
    auto* box = new QCheckBox(label, dialog);
    box->setChecked(isOn);
    layout.addWidget(box);
    QObject::connect(box, &QCheckBox::toggled, dialog, set);
}

} // namespace

PreferencesDialog::PreferencesDialog(Preferences& preferences, QWidget* parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Preferences"));
    setMinimumWidth(kWidthPx);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(8);

    layout->addWidget(new PlainLabel(tr("Appearance"), "heading", this));
    auto* appearance = new QComboBox(this);
    appearance->setAccessibleName(tr("Appearance"));
    appearance->addItem(tr("As the system"), static_cast<int>(Appearance::System));
    appearance->addItem(tr("Light"), static_cast<int>(Appearance::Light));
    appearance->addItem(tr("Dark"), static_cast<int>(Appearance::Dark));
    appearance->setCurrentIndex(appearance->findData(static_cast<int>(preferences.appearance())));
    connect(appearance, &QComboBox::activated, this, [&preferences, appearance](int at) {
        preferences.setAppearance(static_cast<Appearance>(appearance->itemData(at).toInt()));
    });
    layout->addWidget(appearance);

    layout->addWidget(new PlainLabel(tr("Language"), "heading", this));
    auto* language = new QComboBox(this);
    language->setAccessibleName(tr("Language"));
    language->addItem(tr("As the system"), QString());
    for (const char* code : {"en", "de", "es", "fr"}) {
        const QString name = QString::fromLatin1(code);
        language->addItem(QLocale(name).nativeLanguageName(), name);
    }
    language->setCurrentIndex(qMax(0, language->findData(preferences.language())));
    connect(language, &QComboBox::activated, this, [&preferences, language](int at) {
        preferences.setLanguage(language->itemData(at).toString());
    });
    layout->addWidget(language);
    layout->addWidget(
        new PlainLabel(tr("The language changes when Parley is started again."), "muted", this));

    layout->addWidget(new PlainLabel(tr("Notifications"), "heading", this));
    addCheck(*layout,
             this,
             tr("Say when a customer waits, an answer is due or a colleague mentions you"),
             preferences.isNotifying(),
             [&preferences](bool isOn) { preferences.setNotifying(isOn); });
    addCheck(*layout, this, tr("With a sound"), preferences.hasSound(), [&preferences](bool isOn) {
        preferences.setSound(isOn);
    });

    layout->addWidget(new PlainLabel(tr("Behaviour"), "heading", this));
    addCheck(*layout,
             this,
             tr("Enter sends, Shift+Enter makes a line"),
             preferences.sendsByEnter(),
             [&preferences](bool isOn) { preferences.setSendsByEnter(isOn); });
    addCheck(*layout,
             this,
             tr("Stay in the tray when the window is closed"),
             preferences.staysInTray(),
             [&preferences](bool isOn) { preferences.setStaysInTray(isOn); });
    addCheck(*layout, this, tr("Start with the system"), Autostart::isOn(), [](bool isOn) {
        Autostart::set(isOn);
    });

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addSpacing(8);
    layout->addWidget(buttons);
}

} // namespace parley::console
