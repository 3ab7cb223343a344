/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-party-sums"

#include "cvn-party-sums.h"

#include "cvn-columns-layout.h"
#include "cvn-sum-button.h"

#include <glib/gi18n-lib.h>

typedef enum {
  SUM_COMMITTED,
  SUM_INVOICED,
  SUM_PAID,
  SUM_AT_RISK,
  N_SUMS,
} SumId;

struct _CvnPartySums
{
  GtkBox parent_instance;

  GtkWidget *sums[N_SUMS];
};

static const struct
{
  const char *title;
  const char *part;
} sum_infos[N_SUMS] = {
  [SUM_COMMITTED] = { N_("Committed"), "committed" },
  [SUM_INVOICED] = { N_("Invoiced"), "invoiced" },
  [SUM_PAID] = { N_("Paid"), "paid" },
  [SUM_AT_RISK] = { N_("At risk"), "at_risk" },
};

G_DEFINE_FINAL_TYPE (CvnPartySums, cvn_party_sums, GTK_TYPE_BOX)

static void
cvn_party_sums_class_init (CvnPartySumsClass *klass)
{
}

static void
cvn_party_sums_init (CvnPartySums *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), cvn_columns_layout_new (150, N_SUMS, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self), "cvn-sums");
}

/** cvn_party_sums_new: (transfer floating): they say nothing yet; @centre explains them. */
GtkWidget *
cvn_party_sums_new (CvnCentre *centre)
{
  CvnPartySums *self = g_object_new (CVN_TYPE_PARTY_SUMS, NULL);

  for (SumId id = 0; id < N_SUMS; id++)
    {
      self->sums[id] = cvn_sum_button_new (centre, _(sum_infos[id].title), "agreement-sums", sum_infos[id].part);
      gtk_box_append (GTK_BOX (self), self->sums[id]);
    }
  return GTK_WIDGET (self);
}

/* What is said in small below each sum. */
static char *
describe_sum (CvnCockpit *cockpit,
              SumId       id)
{
  guint n = cvn_cockpit_get_parties (cockpit)->len;
  guint n_signed = cvn_cockpit_count (cockpit, CVN_RUNG_SIGNED);

  switch (id)
    {
    case SUM_COMMITTED:
      return g_strdup_printf (_("in %d"), cvn_cockpit_get_year (cockpit));
    case SUM_AT_RISK:
      return g_strdup_printf (_("%1$u of %2$u have signed"), n_signed, n);
    case SUM_INVOICED:
    case SUM_PAID:
      if (cvn_cockpit_get_sum (cockpit, "committed") == 0)
        return g_strdup (_("nothing due"));
      /* Translators: a percentage of the sum that was committed */
      return g_strdup_printf (_("%d %% of what is committed"),
                              (int) (cvn_cockpit_get_sum (cockpit, sum_infos[id].part) * 100 / cvn_cockpit_get_sum (cockpit, "committed")));
    case N_SUMS:
    default:
      g_assert_not_reached ();
    }
}

/** cvn_party_sums_fill: the sums of the agreement that @cockpit, which has been read, shows. */
void
cvn_party_sums_fill (CvnPartySums *self,
                     CvnCockpit   *cockpit)
{
  for (SumId id = 0; id < N_SUMS; id++)
    {
      g_autofree char *detail = describe_sum (cockpit, id);

      cvn_sum_button_set (CVN_SUM_BUTTON (self->sums[id]), cvn_cockpit_get_sum (cockpit, sum_infos[id].part), detail,
                          cvn_cockpit_get_agreement (cockpit));
    }
}
