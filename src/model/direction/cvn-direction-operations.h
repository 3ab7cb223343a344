/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-operation.h"
#include "cvn-roadmap-sheet.h"

G_BEGIN_DECLS

/* What a person does to the direction of a centre, each one step that can be undone, but for signing off. */

/* Cards. A new card takes open matters over from the registers, and what stays from the last card of its project. */
CvnOperation *cvn_new_card_new (const char *project, const char *half_year, const char *today);
CvnOperation *cvn_new_edition_new (const char *card, GPtrArray *typed, const char *today);
CvnOperation *cvn_carry_over_new (const char *card, const char *today);
CvnOperation *cvn_write_section_new (CvnRecord *section, const char *now);
CvnOperation *cvn_write_part_new (CvnRecord *part, const char *now);
CvnOperation *cvn_remove_part_new (CvnRecord *part, const char *now);
CvnOperation *cvn_set_no_risks_new (const char *card, gboolean no_risks, const char *now);
CvnOperation *cvn_sign_off_new (const char *card, const char *signed_by, const char *today);

/* The roadmap. */
CvnOperation *cvn_enter_axes_new (const CvnRoadmapSheet *sheet);
CvnOperation *cvn_keep_revision_new (CvnRecord *revision);
CvnOperation *cvn_delete_revision_new (const char *revision);
CvnOperation *cvn_move_service_new (const char *service, const char *axis, const char *timing);
CvnOperation *cvn_set_risk_new (const char *risk, int likelihood, int impact);

G_END_DECLS
