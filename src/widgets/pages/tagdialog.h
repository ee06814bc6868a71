#pragma once

#include "widgets/controls/dialogs.h"

#include <QStringList>

class QComboBox;

/// Asks which tag some people get, or lose. Deletes itself when closed.
class TagDialog final : public MessageDialog
{
    Q_OBJECT

public:
    enum class Change { Add, Remove };

    /// `tags` are offered; a new one can be written where it is added.
    TagDialog(Change change, int people, const QStringList &tags, QWidget *parent);

    void open() override;

signals:
    /// Never an empty one.
    void chosen(const QString &tag);

private:
    QComboBox *m_tag;
};
