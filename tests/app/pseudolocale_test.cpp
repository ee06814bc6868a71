#include "app/appworld.h"

#include "exchange/csvreader.h"
#include "widgets/campaign/campaignpage.h"
#include "widgets/controls/messagepreview.h"
#include "widgets/pages/campaignspage.h"
#include "widgets/pages/connectpage.h"
#include "widgets/pages/contactimportpage.h"
#include "widgets/pages/contactspage.h"
#include "widgets/pages/firststartpage.h"
#include "widgets/pages/settingspage.h"
#include "widgets/pages/templatespage.h"
#include "widgets/wizard/campaignwizard.h"
#include "workspace/session.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSet>
#include <QTableView>
#include <QTimeZone>
#include <QTranslator>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

#include <mutex>

using namespace Qt::StringLiterals;

namespace {

/// Every message of the English file, as context, text and disambiguation.
QSet<QString> messagesOfTheFile()
{
    QFile file{QStringLiteral(FANFARE_SOURCE_DIR "/translations/fanfare_en.ts")};
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QSet<QString> messages;
    QXmlStreamReader xml{&file};
    QString context;
    QString source;
    QString comment;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::EndElement && xml.name() == "message"_L1) {
            messages.insert(context + u'|' + source + u'|' + comment);
            comment.clear();
        }
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "source"_L1)
            source = xml.readElementText();
        else if (xml.name() == "comment"_L1)
            comment = xml.readElementText();
    }
    return messages;
}

/// A language in which every sentence is wrapped, so that words without a translation stand out. Remembers
/// what it was asked for and no translator would be given.
class PseudoLanguage final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }

    QString translate(const char *context, const char *source, const char *disambiguation, int) const override
    {
        const QString text = QString::fromUtf8(source);
        if (isQts(context) || text.isEmpty())
            return {};
        const QString comment = QString::fromUtf8(disambiguation);
        if (comment.startsWith(u"date format"_s))
            return text;
        if (!m_known.contains(QString::fromUtf8(context) + u'|' + text + u'|' + comment)) {
            const std::scoped_lock lock{m_mutex};
            m_unknown.insert(u"%1: %2"_s.arg(QString::fromUtf8(context), text));
        }
        return u"[!!%1!!]"_s.arg(text);
    }

    QStringList unknown() const
    {
        const std::scoped_lock lock{m_mutex};
        return {m_unknown.begin(), m_unknown.end()};
    }

private:
    /// Qt's own words have translators of their own.
    static bool isQts(const char *context)
    {
        const QByteArray name{context};
        return name.startsWith('Q') && name.size() > 1 && QChar::isUpper(uint(name[1]));
    }

    const QSet<QString> m_known = messagesOfTheFile();
    mutable std::mutex m_mutex; // guards m_unknown: background work is asked for words as well
    mutable QSet<QString> m_unknown;
};

QString withoutWrappedParts(QString text)
{
    static const QRegularExpression innermost{uR"(\[!!((?!\[!!).)*?!!\])"_s,
                                              QRegularExpression::DotMatchesEverythingOption};
    while (text.contains(innermost))
        text.remove(innermost);
    return text;
}

constexpr QChar kMayWrapHere{0x200b}; // in a long name without a space

/// Words that are on screen without having been wrapped.
class UnwrappedWords
{
public:
    explicit UnwrappedWords(QStringList data)
        : m_data{std::move(data)}
    {
        // A longer piece may have a shorter one in it.
        std::sort(m_data.begin(), m_data.end(),
                  [](const QString &a, const QString &b) { return a.size() > b.size(); });
    }

    void lookAt(const QWidget &place, const QString &name)
    {
        m_place = name;
        for (const QWidget *widget : place.findChildren<QWidget *>()) {
            if (widget->isVisible() && !showsAMessage(*widget))
                lookAtOne(*widget);
        }
    }

    const QStringList &found() const { return m_found; }

private:
    /// What a phone would show was written by the business, not by us.
    static bool showsAMessage(const QWidget &widget)
    {
        for (const QWidget *each = &widget; each; each = each->parentWidget()) {
            if (qobject_cast<const MessagePreview *>(each))
                return true;
        }
        return false;
    }

    void lookAtOne(const QWidget &widget)
    {
        check(widget.toolTip());
        check(widget.accessibleName());
        if (const auto *label = qobject_cast<const QLabel *>(&widget))
            check(QString{label->text()}.remove(kMayWrapHere));
        if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
            check(button->text());
        if (const auto *field = qobject_cast<const QLineEdit *>(&widget))
            check(field->placeholderText());
        if (const auto *box = qobject_cast<const QComboBox *>(&widget)) {
            for (int item = 0; item < std::min(box->count(), 12); ++item)
                check(box->itemText(item));
        }
        if (const auto *table = qobject_cast<const QTableView *>(&widget))
            lookAtTable(*table);
    }

    void lookAtTable(const QTableView &table)
    {
        const QAbstractItemModel &model = *table.model();
        for (int column = 0; column < model.columnCount(); ++column) {
            check(model.headerData(column, Qt::Horizontal).toString());
            for (int row = 0; row < std::min(model.rowCount(), 8); ++row)
                check(model.index(row, column).data().toString());
        }
    }

    /// Names of places, days and zones come from the locale.
    static bool isKnownToQt(const QString &text)
    {
        static const QStringList names = [] {
            QStringList all;
            for (int day = 1; day <= 7; ++day)
                all << QLocale{}.dayName(day) << QLocale{}.dayName(day, QLocale::ShortFormat);
            for (int territory = 1; territory <= QLocale::LastTerritory; ++territory)
                all << QLocale::territoryToString(static_cast<QLocale::Territory>(territory));
            return all;
        }();
        return names.contains(text)
            || QTimeZone::isTimeZoneIdAvailable(QString{text}.replace(u' ', u'_').toUtf8());
    }

    void check(const QString &text)
    {
        static const QRegularExpression tag{u"<[^>]*>"_s};
        static const QRegularExpression letter{uR"(\p{L}{2})"_s};
        QString rest = withoutWrappedParts(text).remove(tag);
        if (!rest.contains(letter) || isKnownToQt(rest))
            return;
        for (const QString &known : m_data)
            rest.remove(known);
        if (rest.contains(letter) && !m_found.contains(m_place + u": "_s + text))
            m_found << m_place + u": "_s + text;
    }

    QStringList m_data;
    QString m_place;
    QStringList m_found;
};

/// What people and Meta have written, and what Qt knows about places and languages.
QStringList dataOnScreen(const AppWorld &world)
{
    QStringList data{u"Fanfare"_s, u"GB"_s,      u"UTF-8"_s, u"Ctrl"_s, u"English (US)"_s, u"Hindi"_s,
                     u"Spanish"_s, u"English"_s, u"Shift"_s, u"Alt"_s,  u"Esc"_s};
    data << u"phone"_s << u"name"_s << u"package"_s << u"price"_s << u"practice-recipients.csv"_s;
    data << world.ownFolder() << world.practiceFolder();
    const Result<std::unique_ptr<CsvReader>> people =
        CsvReader::openFile(QStringLiteral(FANFARE_SOURCE_DIR "/resources/practice/practice-recipients.csv"));
    for (TableRow row; *(*people)->next(row);)
        data << row.cells;
    data.removeAll(QString{});
    data.removeDuplicates();
    const Result<std::unique_ptr<Session>> session = Session::open(*Workspace::open(world.practiceFolder()));
    const Result<KnownAccount> account = (*session)->accountDesk().inUse();
    const Result<std::vector<MessageTemplate>> templates = (*session)->templates().list(account->account.id);
    for (const MessageTemplate &known : *templates) {
        data << known.name << known.body << known.footer << known.headerText;
        for (const QString &example : known.examples)
            data << example;
        for (const TemplateButton &button : known.buttons)
            data << button.text;
    }
    return data;
}

} // namespace

TEST(PseudoLocaleTest, everyWordOnScreenCanBeTranslated)
{
    PseudoLanguage language;
    AppWorld world;
    QCoreApplication::installTranslator(&language);
    ASSERT_TRUE(Workspace::create(world.practiceFolder(), Workspace::Purpose::Practice, SystemClock{}));
    UnwrappedWords words{dataOnScreen(world)};
    const auto wrapped = [](const QString &text) { return u"[!!%1!!]"_s.arg(text); };

    world.start();
    world.awaitPage<FirstStartPage>();
    words.lookAt(world.window(), u"first start"_s);
    world.click(wrapped(u"Connect your number"_s));
    world.awaitPage<ConnectPage>();
    words.lookAt(world.window(), u"connect"_s);
    ASSERT_TRUE(world.closeWindow());

    world.startPractice();
    words.lookAt(world.window(), u"no campaigns"_s);
    world.click(wrapped(u"New campaign"_s));
    world.clickRow(u"templateTable"_s, u"tour_package_marketing"_s);
    words.lookAt(world.window(), u"wizard: details"_s);

    world.click(u"nextButton"_s);
    ASSERT_TRUE(
        world.waitFor([&] { return world.widget<QTableView>(u"importTable"_s)->model()->rowCount() > 0; }));
    words.lookAt(world.window(), u"wizard: recipients"_s);
    world.click(u"nextButton"_s);
    ASSERT_TRUE(world.waitFor([&] { return world.page<CampaignWizard>()->step() == WizardStep::Settings; }));
    words.lookAt(world.window(), u"wizard: settings"_s);
    world.click(wrapped(u"Full speed"_s));
    world.click(u"nextButton"_s);
    ASSERT_TRUE(world.waitFor([&] { return world.widget<QAbstractButton>(u"nextButton"_s)->isEnabled(); }));
    words.lookAt(world.window(), u"wizard: review"_s);
    world.click(u"nextButton"_s);
    ASSERT_TRUE(world.waitFor([&] { return world.dialog() != nullptr; }));
    words.lookAt(*world.dialog(), u"wizard: dialog"_s);
    world.click(u"createAndSend"_s);

    world.awaitPage<CampaignPage>();
    ASSERT_TRUE(world.waitFor([&] { return world.onlyCampaign().state == CampaignState::Completed; }));
    ASSERT_TRUE(world.waitFor([&] { return world.onlyCampaign().counts.of(RecipientStatus::Failed) > 0; }));
    world.click(u"activityButton"_s);
    words.lookAt(world.window(), u"campaign"_s);
    world.showPlace(u"campaigns"_s);
    world.awaitPage<CampaignsPage>();
    words.lookAt(world.window(), u"campaigns"_s);
    world.showPlace(u"contacts"_s);
    world.awaitPage<ContactsPage>();
    auto *contacts = world.widget<QTableView>(u"contactTable"_s);
    ASSERT_TRUE(world.waitFor([&] { return contacts->model()->index(0, 0).data().isValid(); }));
    words.lookAt(world.window(), u"contacts"_s);
    contacts->selectRow(0);
    world.widget<QAbstractButton>(u"editContact"_s);
    words.lookAt(world.window(), u"contacts: one person"_s);
    world.click(u"editContact"_s);
    ASSERT_TRUE(world.waitFor([&] { return world.dialog() != nullptr; }));
    words.lookAt(*world.dialog(), u"contacts: form"_s);
    world.dialog()->reject();
    world.click(u"importButton"_s);
    world.awaitPage<ContactImportPage>();
    words.lookAt(world.window(), u"contacts: import"_s);
    world.showPlace(u"templates"_s);
    world.awaitPage<TemplatesPage>();
    words.lookAt(world.window(), u"templates"_s);
    world.showPlace(u"settings"_s);
    auto *settings = world.awaitPage<SettingsPage>();
    for (const auto section :
         {SettingsPage::Section::Accounts, SettingsPage::Section::Defaults, SettingsPage::Section::Answers,
          SettingsPage::Section::Reports, SettingsPage::Section::Appearance, SettingsPage::Section::Data,
          SettingsPage::Section::About}) {
        settings->showSection(section);
        words.lookAt(world.window(), u"settings"_s);
    }

    EXPECT_EQ(words.found().join(u'\n').toStdString(), "");
    EXPECT_EQ(language.unknown().join(u'\n').toStdString(), "");
}
