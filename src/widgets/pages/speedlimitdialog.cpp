#include "widgets/pages/speedlimitdialog.h"

#include "presentation/wording.h"
#include "widgets/controls/button.h"
#include "widgets/controls/formfield.h"
#include "widgets/controls/toggleswitch.h"

#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace {

constexpr int kMetaDefaultPerSecond = 80;
constexpr int kFastest = 1000; // no number at Meta is faster
constexpr int kUsualOwnLimit = 20;

QString bodyFor(std::optional<int> reported)
{
    return reported
        ? SpeedLimitDialog::tr("Meta allows this number %Ln messages a second. A lower limit of your "
                               "own holds for all its campaigns together, at once.",
                               nullptr, *reported)
        : SpeedLimitDialog::tr("Meta gives most numbers %1 messages a second. A lower limit of your own "
                               "holds for all its campaigns together, at once.")
              .arg(countText(kMetaDefaultPerSecond));
}

} // namespace

SpeedLimitDialog::SpeedLimitDialog(const QString &name, std::optional<int> reported, std::optional<int> own,
                                   QWidget *parent)
    : MessageDialog{tr("How fast may “%1” send?").arg(name), bodyFor(reported), parent}
    , m_switch{new ToggleSwitch{tr("Hold it to my own limit")}}
    , m_perSecond{new QSpinBox}
{
    setObjectName(u"speedLimitDialog"_s);
    m_switch->setObjectName(u"ownLimitSwitch"_s);
    m_switch->setChecked(own.has_value());
    m_perSecond->setObjectName(u"ownLimit"_s);
    m_perSecond->setRange(1, kFastest);
    m_perSecond->setValue(own.value_or(kUsualOwnLimit));
    m_perSecond->setGroupSeparatorShown(true);
    m_perSecond->setEnabled(own.has_value());
    addContent(m_switch);
    addContent(new FormField{tr("Messages a second, at most"), m_perSecond});
    connect(m_switch, &ToggleSwitch::toggled, m_perSecond, &QSpinBox::setEnabled);
    addButton(tr("Leave it"), ButtonKind::Outlined, QDialog::Rejected);
    addButton(tr("Use this limit"), ButtonKind::Primary, QDialog::Accepted, true)
        ->setObjectName(u"useLimitButton"_s);
    connect(this, &QDialog::accepted, this, [this] {
        emit chosen(m_switch->isChecked() ? std::optional{m_perSecond->value()} : std::nullopt);
    });
}
