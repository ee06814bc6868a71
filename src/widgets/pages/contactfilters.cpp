#include "widgets/pages/contactfilters.h"

#include "presentation/audience.h"
#include "presentation/wording.h"
#include "widgets/controls/filterchips.h"
#include "widgets/controls/searchfield.h"
#include "widgets/theme/typography.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Consent = ContactFilter::Consent;

/// A small filter that lists what there is, each with how many people.
QComboBox *filterBox(const QString &accessibleName, const QString &objectName, const QString &all)
{
    auto *box = new QComboBox;
    box->setProperty("small", true);
    box->setFont(fontFor(TypeRole::Label));
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setMaximumWidth(scaledWithText(220));
    box->setAccessibleName(accessibleName);
    box->setObjectName(objectName);
    box->addItem(all, QString{});
    return box;
}

/// Offers these besides everybody, and keeps what is chosen even where nobody is left with it.
void offer(QComboBox *box, const ContactFigures::Counted &values, const QString &chosen,
           QString (*textOf)(const QString &))
{
    const QSignalBlocker quiet{box};
    while (box->count() > 1)
        box->removeItem(1);
    for (const auto &[value, people] : values)
        //: A tag or a country, and how many people there are
        box->addItem(ContactFilters::tr("%1 (%2)").arg(textOf(value), countText(people)), value);
    if (!chosen.isEmpty() && box->findData(chosen) < 0)
        box->addItem(textOf(chosen), chosen);
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
    box->setVisible(box->count() > 1);
}

QString itself(const QString &tag)
{
    return tag;
}

} // namespace

ContactFilters::ContactFilters(QWidget *parent)
    : QWidget{parent}
    , m_chips{new FilterChips}
    , m_tags{filterBox(tr("Tag"), u"tagFilter"_s, tr("All tags"))}
    , m_countries{filterBox(tr("Country"), u"countryFilter"_s, tr("All countries"))}
    , m_search{new SearchField{tr("Search names and numbers")}}
{
    for (const auto &[consent, name] : {
             std::pair{Consent::Everybody, tr("All")         },
             std::pair{Consent::OptedIn,   tr("Opted in")    },
             std::pair{Consent::Unknown,   tr("Not recorded")},
             std::pair{Consent::OptedOut,  tr("Opted out")   }
    })
        m_chips->addChip(static_cast<int>(consent), name);
    m_chips->setObjectName(u"contactChips"_s);
    auto *chips = new QHBoxLayout;
    chips->setContentsMargins(16, 0, 16, 8);
    chips->addWidget(m_chips, 1);
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(makeTools());
    column->addLayout(chips);
    m_tags->hide();
    m_countries->hide();
    connectAll();
}

void ContactFilters::setFigures(const ContactFigures &figures, const ContactFilter &chosen)
{
    m_chips->setCount(static_cast<int>(Consent::Everybody), figures.all);
    m_chips->setCount(static_cast<int>(Consent::OptedIn), figures.optedIn);
    m_chips->setCount(static_cast<int>(Consent::Unknown), figures.unknown);
    m_chips->setCount(static_cast<int>(Consent::OptedOut), figures.optedOut);
    offer(m_tags, figures.tags, chosen.tag, itself);
    offer(m_countries, figures.countries, chosen.country, countryText);
}

ContactFilter ContactFilters::appliedTo(ContactFilter filter) const
{
    filter.consent = static_cast<Consent>(m_chips->currentKey());
    filter.tag = m_tags->currentData().toString();
    filter.country = m_countries->currentData().toString();
    filter.search = m_search->text().trimmed();
    return filter;
}

QStringList ContactFilters::tags() const
{
    QStringList tags;
    for (int i = 1; i < m_tags->count(); ++i)
        tags << m_tags->itemData(i).toString();
    return tags;
}

void ContactFilters::searchFor(const QString &text)
{
    m_search->setText(text);
}

void ContactFilters::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ContactFilters::showEverybody()
{
    {
        const QSignalBlocker quietTags{m_tags};
        const QSignalBlocker quietCountries{m_countries};
        m_tags->setCurrentIndex(0);
        m_countries->setCurrentIndex(0);
    }
    m_search->clear();
    m_chips->setCurrentKey(static_cast<int>(Consent::Everybody));
    apply();
}

QLayout *ContactFilters::makeTools()
{
    m_search->setMaximumWidth(scaledWithText(360));
    m_search->setProperty("small", true);
    m_search->setShortcutHint(QKeySequence{QKeySequence::Find});
    m_search->setObjectName(u"contactSearch"_s);
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(16, 12, 16, 8);
    tools->setSpacing(8);
    tools->addWidget(m_search, 1);
    tools->addStretch();
    tools->addWidget(m_tags);
    tools->addWidget(m_countries);
    return tools;
}

void ContactFilters::connectAll()
{
    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(200ms);
    connect(&m_searchTimer, &QTimer::timeout, this, &ContactFilters::apply);
    connect(m_search, &QLineEdit::textChanged, &m_searchTimer, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, &ContactFilters::apply);
    connect(m_chips, &FilterChips::chosen, this, &ContactFilters::apply);
    for (QComboBox *box : {m_tags, m_countries})
        connect(box, &QComboBox::currentIndexChanged, this, &ContactFilters::apply);
}

void ContactFilters::apply()
{
    m_searchTimer.stop();
    emit changed();
}
