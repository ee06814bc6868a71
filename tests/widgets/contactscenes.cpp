#include "widgets/contactscenes.h"

#include "presentation/contacttablemodel.h"
#include "widgets/controls/datatable.h"
#include "widgets/pages/contactimportpage.h"
#include "widgets/pages/contactspage.h"
#include "widgets/pages/duplicatesdialog.h"
#include "widgets/samples.h"
#include "widgets/wizard/recipientsstep.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<QWidget> contactImport()
{
    return windowAround(u"contacts"_s, [&](const QString &key) -> QWidget * {
        if (key != u"contacts"_s)
            return new QWidget;
        auto *page = new ContactImportPage{Samples::phoneFormat(), Samples::clock()};
        QObject::connect(page, &ContactImportPage::previewWanted, page, [page](const AudienceSource &source) {
            AudiencePreview preview = Samples::preview();
            preview.source = source;
            page->setPreview(preview);
        });
        page->start();
        CampaignDraft draft;
        draft.source = Samples::preview().source;
        page->findChild<RecipientsStep *>()->showDraft(draft);
        return page;
    });
}

std::unique_ptr<QWidget> contacts(int people, const std::function<void(ContactsPage &)> &arrange)
{
    return windowAround(u"contacts"_s, [&](const QString &key) -> QWidget * {
        if (key != u"contacts"_s)
            return new QWidget;
        auto *model = new ContactTableModel{Samples::phoneFormat(), Samples::clock()};
        auto *page = new ContactsPage{*model, Samples::clock()};
        model->setParent(page);
        QObject::connect(model, &ContactTableModel::pageWanted, page, [model](const PageRequest &request) {
            model->setPage(request, Samples::contacts(request.offset, request.count));
        });
        QObject::connect(page, &ContactsPage::historyWanted, page,
                         [page](ContactId contact) { page->setHistory(contact, Samples::history(), true); });
        auto ids = std::make_shared<ContactsPage::People>();
        for (int id = 1; id <= people; ++id)
            ids->push_back({id});
        if (people >= 0) {
            page->setPeople(page->filter(), ids);
            page->setFigures(Samples::contactFigures(people));
        }
        if (arrange)
            arrange(*page);
        return page;
    });
}

std::unique_ptr<QWidget> duplicates()
{
    std::vector<Contact> people = Samples::contacts(0, 9);
    people[8].attributes.insert(u"Notes"_s, u"Prefers the sea view, writes late in the evening"_s);
    return std::make_unique<DuplicatesDialog>(
        std::vector<DuplicatePeople>{
            {{people[1], people[4], people[5], people[8], people[7]},
             {DuplicatePeople::Reason::SameUser, DuplicatePeople::Reason::SameNameAndAddress}              },
            {{people[0], people[3]},                                  {DuplicatePeople::Reason::SameNumber}},
    },
        Samples::phoneFormat());
}

/// Chooses rows as a person does, once they are there.
void chooseRows(ContactsPage &page, int first, int last)
{
    QMetaObject::invokeMethod(
        &page,
        [&page, first, last] {
            auto *table = page.findChild<DataTable *>(u"contactTable"_s);
            table->model()->data(table->model()->index(first, 0)); // asks for the page
            QTimer::singleShot(20, &page, [table, first, last] {
                table->selectionModel()->select(
                    {table->model()->index(first, 0),
                     table->model()->index(last, table->model()->columnCount() - 1)},
                    QItemSelectionModel::ClearAndSelect);
            });
        },
        Qt::QueuedConnection);
}

} // namespace

SceneMakers contactScenes()
{
    SceneMakers all;
    all[u"contacts"_s] = [] {
        return contacts(1'048'576, [](ContactsPage &page) { chooseRows(page, 3, 3); });
    };
    all[u"contacts-several"_s] = [] {
        return contacts(12'480, [](ContactsPage &page) { chooseRows(page, 1, 4); });
    };
    all[u"contacts-empty"_s] = [] { return contacts(0, {}); };
    all[u"contacts-failing"_s] = [] {
        return contacts(-1, [](ContactsPage &page) { page.showError(databaseError()); });
    };
    all[u"contacts-import"_s] = contactImport;
    all[u"contacts-duplicates"_s] = duplicates;
    return all;
}
