#include "widgets/pages/ratesimportdialog.h"

#include "domain/money.h"
#include "presentation/wording.h"
#include "widgets/controls/button.h"
#include "widgets/controls/formfield.h"
#include "widgets/controls/textlabel.h"

#include <QDateEdit>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kMostListed = 5;

/// Meta changes prices on the first day of a quarter.
QDate quarterBegin(QDate day)
{
    return {day.year(), (day.month() - 1) / 3 * 3 + 1, 1};
}

QString bodyFor(const RatesFileView &file)
{
    return RatesImportDialog::tr("“%1” has prices for %Ln markets.", nullptr, file.markets)
        .arg(file.fileName);
}

} // namespace

RatesImportDialog::RatesImportDialog(const RatesFileView &file, QWidget *parent)
    : MessageDialog{tr("Import this rate card?"), bodyFor(file), parent}
    , m_currency{new QLineEdit{file.currency}}
    , m_currencyField{new FormField{tr("Currency"), m_currency}}
    , m_effective{new QDateEdit{file.effective.value_or(quarterBegin(QDate::currentDate()))}}
{
    setObjectName(u"ratesImportDialog"_s);
    m_currency->setObjectName(u"ratesCurrency"_s);
    m_currency->setPlaceholderText(u"USD"_s);
    m_currency->setReadOnly(!file.currency.isEmpty());
    m_currencyField->setHint(file.currency.isEmpty()
                                 ? tr("The file does not say it: the one in which Meta bills you.")
                                 : tr("As the file says."));
    m_effective->setObjectName(u"ratesEffective"_s);
    m_effective->setCalendarPopup(true);
    auto *day = new FormField{tr("Holds from"), m_effective};
    day->setHint(file.effective
                     ? tr("As the file says. Meta changes prices on 1 January, April, July and October.")
                     : tr("The file does not say it. Meta changes prices on 1 January, April, July and "
                          "October."));
    addContent(m_currencyField);
    addContent(day);
    if (!file.refused.empty()) {
        QStringList lines{tr("%Ln row(s) cannot be used and are left out:", nullptr,
                             static_cast<int>(file.refused.size()))};
        for (size_t index = 0; index < std::min(file.refused.size(), kMostListed); ++index)
            lines << file.refused[index];
        if (file.refused.size() > kMostListed)
            lines << tr("and %Ln more", nullptr, static_cast<int>(file.refused.size() - kMostListed));
        auto *refused = new TextLabel{lines.join(u'\n'), TypeRole::Label, TextLabel::Ink::Text2};
        refused->setObjectName(u"refusedRows"_s);
        refused->setWordWrap(true);
        addContent(refused);
    }
    addButton(tr("Leave it"), ButtonKind::Outlined, QDialog::Rejected);
    Button *import = addButton(tr("Import"), ButtonKind::Primary, QDialog::Accepted, true);
    import->setObjectName(u"importRates"_s);
    disconnect(import, nullptr, this, nullptr);
    connect(import, &Button::clicked, this, &RatesImportDialog::take);
}

void RatesImportDialog::take()
{
    const std::optional<QString> currency = currencyFromText(m_currency->text());
    m_currencyField->setProblem(currency ? QString{} : tr("Write a code of three letters, like USD or EUR"));
    if (!currency) {
        m_currency->setFocus(Qt::TabFocusReason);
        return;
    }
    emit importWanted(*currency, m_effective->date());
    accept();
}
