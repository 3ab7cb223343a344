/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-roadmap-sheet"

#include "cvn-roadmap-sheet.h"

static void
free_funder (gpointer data)
{
  CvnFunder *self = data;

  g_free (self->organisation);
  g_free (self->name_nl);
  g_free (self->name_en);
  g_free (self->state);
  g_free (self);
}

static void
free_service (gpointer data)
{
  CvnService *self = data;

  g_object_unref (self->item);
  g_ptr_array_unref (self->funders);
  g_free (self);
}

/** cvn_roadmap_sheet_new: (transfer full): a roadmap without services, with the axes that come with the program. */
CvnRoadmapSheet *
cvn_roadmap_sheet_new (void)
{
  CvnRoadmapSheet *self = g_new0 (CvnRoadmapSheet, 1);
  const CvnKind   *kind = cvn_kind_find ("roadmap_item");
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  self->axes = cvn_code_names_new (&kind->fields[cvn_kind_find_field (kind, "axis")], none);

  self->services = g_ptr_array_new_with_free_func (free_service);
  return self;
}

/** cvn_roadmap_sheet_free: frees it with its services; nothing happens to NULL. */
void
cvn_roadmap_sheet_free (CvnRoadmapSheet *self)
{
  if (self == NULL)
    return;
  g_free (self->centre_nl);
  g_free (self->centre_en);
  g_free (self->today);
  g_free (self->filter);
  g_ptr_array_unref (self->services);
  g_ptr_array_unref (self->axes);
  g_free (self);
}

/** cvn_roadmap_sheet_take_axes: @axes: (transfer full) (element-type CvnCodeName): the rows, before the services are added. */
void
cvn_roadmap_sheet_take_axes (CvnRoadmapSheet *self,
                             GPtrArray       *axes)
{
  g_ptr_array_unref (self->axes);
  self->axes = axes;
}

static gint64
get_or_none (CvnRecord  *item,
             const char *field)
{
  return cvn_record_has (item, field) ? cvn_record_get_integer (item, field) : -1;
}

/** cvn_roadmap_sheet_add: (transfer none): the service @item with what follows from its fields, in the year of the sheet. */
CvnService *
cvn_roadmap_sheet_add (CvnRoadmapSheet *self,
                       CvnRecord       *item)
{
  CvnService     *service = g_new0 (CvnService, 1);
  CvnServiceMeans means = { get_or_none (item, "cost_estimate"), get_or_none (item, "assigned_budget"),
                            get_or_none (item, "staff_hours"), get_or_none (item, "assigned_hours") };

  service->item = g_object_ref (item);
  service->axis = cvn_record_get_text (item, "axis");
  service->timing = cvn_timing_find (cvn_record_get_text (item, "timing"), cvn_record_get_integer (item, "start_year"), cvn_record_get_text (item, "maturity"), self->year);
  service->sufficiency = cvn_sufficiency_check (&means);
  service->funders = g_ptr_array_new_with_free_func (free_funder);
  g_ptr_array_add (self->services, service);
  cvn_code_names_add (self->axes, service->axis);
  return service;
}

/** cvn_roadmap_sheet_find: (transfer none) (nullable): the service whose record has @id. */
CvnService *
cvn_roadmap_sheet_find (const CvnRoadmapSheet *self,
                        const char            *id)
{
  for (guint i = 0; i < self->services->len; i++)
    {
      CvnService *service = self->services->pdata[i];

      if (g_strcmp0 (cvn_record_get_id (service->item), id) == 0)
        return service;
    }
  return NULL;
}

/** cvn_funder_is_uncertain: whether the last decision puts its money in doubt. */
gboolean
cvn_funder_is_uncertain (const CvnFunder *self)
{
  static const char *const doubtful[] = { "reconsidering", "declined", "withdrawn", "ended", NULL };

  return self->state != NULL && g_strv_contains (doubtful, self->state);
}

/** cvn_service_add_funder: who pays for it; a service is marked as soon as one of them reconsiders. */
void
cvn_service_add_funder (CvnService *self,
                        CvnRecord  *organisation,
                        gint64      amount,
                        const char *state)
{
  CvnFunder  *funder = g_new0 (CvnFunder, 1);
  const char *nl = cvn_record_get_text (organisation, "name_nl");
  const char *en = cvn_record_get_text (organisation, "name_en");

  funder->organisation = g_strdup (cvn_record_get_id (organisation));
  funder->name_nl = g_strdup (nl != NULL ? nl : en);
  funder->name_en = g_strdup (en != NULL ? en : nl);
  funder->amount = amount;
  funder->state = g_strdup (state);
  self->uncertain = self->uncertain || cvn_funder_is_uncertain (funder);
  g_ptr_array_add (self->funders, funder);
}
