#pragma once

#include "domain/retryoffer.h"
#include "widgets/controls/dialogs.h"

/// Says whom a second try would reach, and of the others why not. `accepted` is the answer yes; where nobody
/// may be tried again it only tells.
class RetryDialog : public MessageDialog
{
    Q_OBJECT

public:
    RetryDialog(const RetryOffer &offer, QWidget *parent);
};
