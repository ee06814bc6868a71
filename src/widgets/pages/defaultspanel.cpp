#include "widgets/pages/defaultspanel.h"

#include "presentation/wording.h"
#include "widgets/controls/card.h"
#include "widgets/controls/formfield.h"
#include "widgets/controls/sendinghours.h"
#include "widgets/controls/textlabel.h"
#include "widgets/pages/settingssection.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QSet>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Country
{
    QString code;
    QString name;
};

std::vector<Country> allCountries()
{
    std::vector<Country> countries;
    QSet<QString> known;
    const QList<QLocale> locales =
        QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
    for (const QLocale &locale : locales) {
        const QString code = QLocale::territoryToCode(locale.territory());
        // Regions of the world have numbers instead of letters.
        if (code.size() != 2 || code[0].isDigit() || known.contains(code))
            continue;
        known.insert(code);
        countries.push_back({code, QLocale::territoryToString(locale.territory())});
    }
    std::sort(countries.begin(), countries.end(), [](const Country &a, const Country &b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    return countries;
}

} // namespace

DefaultsPanel::DefaultsPanel(QWidget *parent)
    : QWidget{parent}
    , m_country{new QComboBox}
    , m_timeZone{new QComboBox}
    , m_rate{new QComboBox}
    , m_hours{new SendingHours}
{
    QVBoxLayout *column =
        beginSection(this, tr("Sending defaults"),
                     tr("What every new campaign begins with. Each one can be changed on its own."));
    for (const Country &country : allCountries())
        m_country->addItem(country.name, country.code);
    for (const QByteArray &zone : QTimeZone::availableTimeZoneIds()) {
        if (zone.contains('/') && !zone.startsWith("Etc/"))
            m_timeZone->addItem(QString::fromUtf8(zone).replace(u'_', u' '), QString::fromUtf8(zone));
    }
    for (const SendRate &rate : {SendRate::gentle(), SendRate::standard(), SendRate::max()})
        m_rate->addItem(rateText(rate), rate.text());

    auto *card = new Card{24};
    card->setMaximumWidth(scaledWithText(kSettingsFormWidth));
    card->column()->setSpacing(16);
    auto *country = new FormField{tr("Country"), m_country};
    country->setHint(tr("Phone numbers without a country code are read as numbers of this country."));
    auto *zone = new FormField{tr("Time zone"), m_timeZone};
    zone->setHint(tr("Sending hours and schedules are in this zone."));
    auto *first = new QHBoxLayout;
    first->setSpacing(16);
    first->addWidget(country, 1, Qt::AlignTop);
    first->addWidget(zone, 1, Qt::AlignTop);
    card->column()->addLayout(first);
    auto *rate = new FormField{tr("Speed"), m_rate};
    rate->setHint(tr("New numbers keep a good rating by sending slowly at first."));
    card->column()->addWidget(rate);
    card->column()->addWidget(makeHours());
    column->addWidget(card);
    column->addStretch();

    for (QComboBox *box : {m_country, m_timeZone, m_rate})
        connect(box, &QComboBox::activated, this, &DefaultsPanel::noteDefaults);
    connect(m_hours, &SendingHours::hoursEntered, this, &DefaultsPanel::noteDefaults);
    connect(m_hours, &SendingHours::daysChanged, this, &DefaultsPanel::noteDefaults);
    setDefaults({{}, QString::fromUtf8(QTimeZone::systemTimeZoneId()), {}, SendRate::gentle()});
}

void DefaultsPanel::setDefaults(const SendingDefaults &defaults)
{
    m_country->setCurrentIndex(m_country->findData(defaults.country));
    m_timeZone->setCurrentIndex(m_timeZone->findData(defaults.timeZone));
    int rate = m_rate->findData(defaults.rate.text());
    if (rate < 0) {
        m_rate->addItem(rateText(defaults.rate), defaults.rate.text());
        rate = m_rate->count() - 1;
    }
    m_rate->setCurrentIndex(rate);
    m_hours->setSendingWindow(defaults.window);
}

QWidget *DefaultsPanel::makeHours()
{
    auto *group = new QWidget;
    auto *column = new QVBoxLayout{group};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(new TextLabel{tr("Sending hours"), TypeRole::Label, TextLabel::Ink::Text2});
    column->addWidget(m_hours);
    auto *note = new TextLabel{tr("Outside these hours nothing leaves; the rest waits for the next day."),
                               TypeRole::Label, TextLabel::Ink::Text3};
    note->setWordWrap(true);
    column->addWidget(note);
    return group;
}

SendingDefaults DefaultsPanel::readDefaults() const
{
    return {m_country->currentData().toString(), m_timeZone->currentData().toString(),
            m_hours->sendingWindow(),
            SendRate::parse(m_rate->currentData().toString()).value_or(SendRate::gentle())};
}

void DefaultsPanel::noteDefaults()
{
    emit defaultsChanged(readDefaults());
}
