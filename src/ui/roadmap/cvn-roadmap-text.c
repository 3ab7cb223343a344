/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-roadmap-text"

#include "cvn-roadmap-text.h"

#include "cvn-money.h"

#include <glib/gi18n-lib.h>

/** cvn_roadmap_pick: (nullable): the words of the fields STEM_nl and STEM_en in the interface's language, else the other; owned by the record. */
const char *
cvn_roadmap_pick (CvnRecord  *record,
                  const char *stem)
{
  g_autofree char *nl = g_strconcat (stem, "_nl", NULL);
  g_autofree char *en = g_strconcat (stem, "_en", NULL);
  gboolean         dutch = cvn_interface_language () == CVN_LANGUAGE_NL;
  const char      *own = cvn_record_get_text (record, dutch ? nl : en);

  return own != NULL ? own : cvn_record_get_text (record, dutch ? en : nl);
}

/** cvn_roadmap_dup_choice: (transfer full): the choice in a field, in words; "" when it is empty. */
char *
cvn_roadmap_dup_choice (CvnRecord  *record,
                        const char *field)
{
  const CvnKind   *kind = cvn_record_get_kind (record);
  const CvnField  *description = &kind->fields[cvn_kind_find_field (kind, field)];
  const CvnChoice *choice = cvn_field_find_choice (description, cvn_record_get_text (record, field));

  return g_strdup (choice != NULL ? _(choice->label) : "");
}

static char *
dup_missing (const CvnSufficiencyResult *result)
{
  g_autofree char *euros = cvn_money_format_euro_short (result->missing, cvn_interface_language ());

  if (result->missing == 0)
    return g_strdup_printf (ngettext ("Short: %d hour", "Short: %d hours", (gulong) result->missing_hours), (int) result->missing_hours);
  if (result->missing_hours == 0)
    return g_strdup_printf (_("Short: %s"), euros);
  return g_strdup_printf (ngettext ("Short: %1$s and %2$d hour", "Short: %1$s and %2$d hours", (gulong) result->missing_hours), euros, (int) result->missing_hours);
}

/** cvn_roadmap_dup_sufficiency: (transfer full): what the rule says of a service, with the amount that is missing; @css_class is for its chip. */
char *
cvn_roadmap_dup_sufficiency (const CvnService *service,
                             const char      **css_class)
{
  switch (service->sufficiency.sufficiency)
    {
    case CVN_SUFFICIENCY_SHORT:
      *css_class = "error";
      return dup_missing (&service->sufficiency);
    case CVN_SUFFICIENCY_TIGHT:
      *css_class = "warning";
      return g_strdup (service->sufficiency.money_decides ? _("Tight: little money to spare") : _("Tight: few hours to spare"));
    case CVN_SUFFICIENCY_ENOUGH:
      *css_class = "success";
      return g_strdup (_("Enough"));
    case CVN_SUFFICIENCY_UNKNOWN:
    default:
      *css_class = "dim-label";
      return g_strdup (_("No estimate"));
    }
}

/** cvn_roadmap_dup_detail: (transfer full): maturity, start year and the judgement of a person. */
char *
cvn_roadmap_dup_detail (const CvnService *service)
{
  g_autofree char *maturity = cvn_roadmap_dup_choice (service->item, "maturity");
  g_autofree char *judgement = cvn_roadmap_dup_choice (service->item, "budget");
  GString         *detail = g_string_new (maturity);

  if (cvn_record_has (service->item, "start_year"))
    {
      g_autofree char *from = g_strdup_printf (_("from %d"), (int) cvn_record_get_integer (service->item, "start_year"));

      g_string_append_printf (detail, "%s%s", detail->len > 0 ? " · " : "", from);
    }
  if (*judgement != '\0')
    {
      g_autofree char *judged = g_strdup_printf (_("judged: %s"), judgement);

      g_string_append_printf (detail, "%s%s", detail->len > 0 ? " · " : "", judged);
    }
  return g_string_free (detail, FALSE);
}

/** cvn_roadmap_dup_funding: (transfer full): who pays, those in doubt first; "" for nobody. */
char *
cvn_roadmap_dup_funding (const CvnService *service)
{
  GString *sure = g_string_new (NULL);
  GString *doubtful = g_string_new (NULL);

  for (guint i = 0; i < service->funders->len; i++)
    {
      const CvnFunder *funder = service->funders->pdata[i];
      GString         *text = cvn_funder_is_uncertain (funder) ? doubtful : sure;

      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", cvn_interface_language () == CVN_LANGUAGE_NL ? funder->name_nl : funder->name_en);
    }
  if (doubtful->len > 0)
    {
      g_autofree char *names = g_string_free (doubtful, FALSE);

      g_string_free (sure, TRUE);
      return g_strdup_printf (_("Funding in doubt: %s"), names);
    }
  g_string_free (doubtful, TRUE);
  if (sure->len > 0)
    {
      g_autofree char *names = g_string_free (sure, FALSE);

      return g_strdup_printf (_("Paid by %s"), names);
    }
  return g_string_free (sure, FALSE);
}

/** cvn_roadmap_dup_day: (transfer full): a day as the interface writes it; "" for none. */
char *
cvn_roadmap_dup_day (const char *iso)
{
  CvnDate date;

  return iso != NULL && cvn_date_parse_iso (iso, &date, NULL) ? cvn_date_format_short (&date, cvn_interface_language ()) : g_strdup ("");
}

/** cvn_roadmap_chip: a few words that stand out; @css_class may be NULL. */
GtkWidget *
cvn_roadmap_chip (const char *text,
                  const char *css_class)
{
  GtkWidget *chip = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "halign", GTK_ALIGN_START, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (chip, "cvn-roadmap-chip");
  if (css_class != NULL)
    gtk_widget_add_css_class (chip, css_class);
  return chip;
}
