/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-field.h"

G_BEGIN_DECLS

/* Choices that several kinds share. */
extern const CvnChoice cvn_choices_axis[];
extern const CvnChoice cvn_choices_decision[];
extern const CvnChoice cvn_choices_invoice_kind[];
extern const CvnChoice cvn_choices_judgement[];
extern const CvnChoice cvn_choices_language[];
extern const CvnChoice cvn_choices_maturity[];
extern const CvnChoice cvn_choices_method[];
extern const CvnChoice cvn_choices_payment[];
extern const CvnChoice cvn_choices_question[];
extern const CvnChoice cvn_choices_timing[];
extern const CvnChoice cvn_choices_vat[];

G_END_DECLS
