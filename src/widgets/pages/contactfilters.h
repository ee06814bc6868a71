#pragma once

#include "presentation/contactchoices.h"

#include <QTimer>
#include <QWidget>

class FilterChips;
class QComboBox;
class SearchField;

/// Which people of the contact book are listed: a search, a consent, a tag and a country, each with how many
/// there are.
class ContactFilters final : public QWidget
{
    Q_OBJECT

public:
    explicit ContactFilters(QWidget *parent = nullptr);

    /// Offers what there is; what `chosen` asks for stays on offer even where nobody is left with it.
    void setFigures(const ContactFigures &figures, const ContactFilter &chosen);
    /// `filter` with what is chosen here; its order is kept.
    ContactFilter appliedTo(ContactFilter filter) const;
    /// The tags on offer.
    QStringList tags() const;

    /// As if somebody typed it.
    void searchFor(const QString &text);
    void focusSearch();
    /// Takes every filter away and says so at once.
    void showEverybody();

signals:
    /// Somebody chose something else, or paused while typing a search.
    void changed();

private:
    QLayout *makeTools();
    void connectAll();
    void apply();

    QTimer m_searchTimer;
    FilterChips *m_chips;
    QComboBox *m_tags;
    QComboBox *m_countries;
    SearchField *m_search;
};
