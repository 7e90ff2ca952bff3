* scenario: Korea 2025\u20132028
* id: korea-2025
* fingerprint: 8cd5ec4b6c8f
* optimizer: 0.1.0
* pulp: 3.3.2
* highs: 1.15.1
* data: 81e261586b53
* command: talent-budget solver-files korea-2025 --folder .
* objective: maximise net_people, weighted by tier and channel and discounted
* MPS minimises: the objective is the negative of the stated one.
* columns: name | entry of the document | what | unit
* units.a_team_cultivation.training_place.step1.2025 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 1: units commissioned in 2025 | trainees
* units.a_team_cultivation.training_place.step2.2025 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 2: units commissioned in 2025 | trainees
* units.a_team_cultivation.training_place.step3.2025 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 3: units commissioned in 2025 | trainees
* units.a_team_cultivation.training_place.step4.2025 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 4: units commissioned in 2025 | trainees
* units.a_team_cultivation.training_place.step5.2025 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 5: units commissioned in 2025 | trainees
* units.a_team_cultivation.training_place.step6.2025 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 6: units commissioned in 2025 | trainees
* units.a_team_cultivation.training_place.step7.2025 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 7: units commissioned in 2025 | trainees
* units.a_team_cultivation.training_place.step8.2025 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 8: units commissioned in 2025 | trainees
* units.a_team_cultivation.training_place.step9.2025 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 9: units commissioned in 2025 | trainees
* units.a_team_cultivation.training_place.step10.2025 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 10: units commissioned in 2025 | trainees
* units.a_team_cultivation.training_place.step11.2025 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 11: units commissioned in 2025 | trainees
* units.a_team_cultivation.training_place.step12.2025 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 12: units commissioned in 2025 | trainees
* units.a_team_cultivation.training_place.step13.2025 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 13: units commissioned in 2025 | trainees
* units.a_team_cultivation.training_place.step1.2026 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 1: units commissioned in 2026 | trainees
* units.a_team_cultivation.training_place.step2.2026 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 2: units commissioned in 2026 | trainees
* units.a_team_cultivation.training_place.step3.2026 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 3: units commissioned in 2026 | trainees
* units.a_team_cultivation.training_place.step4.2026 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 4: units commissioned in 2026 | trainees
* units.a_team_cultivation.training_place.step5.2026 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 5: units commissioned in 2026 | trainees
* units.a_team_cultivation.training_place.step6.2026 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 6: units commissioned in 2026 | trainees
* units.a_team_cultivation.training_place.step7.2026 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 7: units commissioned in 2026 | trainees
* units.a_team_cultivation.training_place.step8.2026 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 8: units commissioned in 2026 | trainees
* units.a_team_cultivation.training_place.step9.2026 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 9: units commissioned in 2026 | trainees
* units.a_team_cultivation.training_place.step10.2026 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 10: units commissioned in 2026 | trainees
* units.a_team_cultivation.training_place.step11.2026 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 11: units commissioned in 2026 | trainees
* units.a_team_cultivation.training_place.step12.2026 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 12: units commissioned in 2026 | trainees
* units.a_team_cultivation.training_place.step13.2026 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 13: units commissioned in 2026 | trainees
* units.a_team_cultivation.training_place.step1.2027 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 1: units commissioned in 2027 | trainees
* units.a_team_cultivation.training_place.step2.2027 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 2: units commissioned in 2027 | trainees
* units.a_team_cultivation.training_place.step3.2027 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 3: units commissioned in 2027 | trainees
* units.a_team_cultivation.training_place.step4.2027 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 4: units commissioned in 2027 | trainees
* units.a_team_cultivation.training_place.step5.2027 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 5: units commissioned in 2027 | trainees
* units.a_team_cultivation.training_place.step6.2027 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 6: units commissioned in 2027 | trainees
* units.a_team_cultivation.training_place.step7.2027 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 7: units commissioned in 2027 | trainees
* units.a_team_cultivation.training_place.step8.2027 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 8: units commissioned in 2027 | trainees
* units.a_team_cultivation.training_place.step9.2027 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 9: units commissioned in 2027 | trainees
* units.a_team_cultivation.training_place.step10.2027 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 10: units commissioned in 2027 | trainees
* units.a_team_cultivation.training_place.step1.2028 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 1: units commissioned in 2028 | trainees
* units.a_team_cultivation.training_place.step2.2028 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 2: units commissioned in 2028 | trainees
* units.a_team_cultivation.training_place.step3.2028 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 3: units commissioned in 2028 | trainees
* units.a_team_cultivation.training_place.step4.2028 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 4: units commissioned in 2028 | trainees
* units.a_team_cultivation.training_place.step5.2028 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 5: units commissioned in 2028 | trainees
* units.a_team_cultivation.training_place.step6.2028 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 6: units commissioned in 2028 | trainees
* units.a_team_cultivation.training_place.step7.2028 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 7: units commissioned in 2028 | trainees
* units.a_team_cultivation.training_place.step8.2028 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 8: units commissioned in 2028 | trainees
* units.a_team_cultivation.training_place.step9.2028 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 9: units commissioned in 2028 | trainees
* units.a_team_cultivation.training_place.step10.2028 | programmes.a_team_cultivation.activities.training_place.supply | Trainee brought to completion, step 10: units commissioned in 2028 | trainees
* units.gpu_access.gpu_owned.step1.2025 | programmes.gpu_access.activities.gpu_owned.supply | GPU bought, with power and staff, step 1: units commissioned in 2025 | GPUs
* units.gpu_access.gpu_owned.step2.2025 | programmes.gpu_access.activities.gpu_owned.supply | GPU bought, with power and staff, step 2: units commissioned in 2025 | GPUs
* units.gpu_access.gpu_owned.step3.2025 | programmes.gpu_access.activities.gpu_owned.supply | GPU bought, with power and staff, step 3: units commissioned in 2025 | GPUs
* units.gpu_access.gpu_owned.step4.2025 | programmes.gpu_access.activities.gpu_owned.supply | GPU bought, with power and staff, step 4: units commissioned in 2025 | GPUs
* units.gpu_access.gpu_owned.step5.2025 | programmes.gpu_access.activities.gpu_owned.supply | GPU bought, with power and staff, step 5: units commissioned in 2025 | GPUs
* units.gpu_access.gpu_owned.step1.2026 | programmes.gpu_access.activities.gpu_owned.supply | GPU bought, with power and staff, step 1: units commissioned in 2026 | GPUs
* units.gpu_access.gpu_owned.step2.2026 | programmes.gpu_access.activities.gpu_owned.supply | GPU bought, with power and staff, step 2: units commissioned in 2026 | GPUs
* units.gpu_access.gpu_owned.step3.2026 | programmes.gpu_access.activities.gpu_owned.supply | GPU bought, with power and staff, step 3: units commissioned in 2026 | GPUs
* units.gpu_access.gpu_owned.step4.2026 | programmes.gpu_access.activities.gpu_owned.supply | GPU bought, with power and staff, step 4: units commissioned in 2026 | GPUs
* units.gpu_access.gpu_owned.step5.2026 | programmes.gpu_access.activities.gpu_owned.supply | GPU bought, with power and staff, step 5: units commissioned in 2026 | GPUs
* units.gpu_access.gpu_owned.step6.2026 | programmes.gpu_access.activities.gpu_owned.supply | GPU bought, with power and staff, step 6: units commissioned in 2026 | GPUs
* units.gpu_access.gpu_owned.step7.2026 | programmes.gpu_access.activities.gpu_owned.supply | GPU bought, with power and staff, step 7: units commissioned in 2026 | GPUs
* units.gpu_access.gpu_owned.step8.2026 | programmes.gpu_access.activities.gpu_owned.supply | GPU bought, with power and staff, step 8: units commissioned in 2026 | GPUs
* units.gpu_access.gpu_owned.step1.2027 | programmes.gpu_access.activities.gpu_owned.supply | GPU bought, with power and staff, step 1: units commissioned in 2027 | GPUs
* units.gpu_access.gpu_owned.step2.2027 | programmes.gpu_access.activities.gpu_owned.supply | GPU bought, with power and staff, step 2: units commissioned in 2027 | GPUs
* units.gpu_access.gpu_owned.step3.2027 | programmes.gpu_access.activities.gpu_owned.supply | GPU bought, with power and staff, step 3: units commissioned in 2027 | GPUs
* units.gpu_access.gpu_owned.step4.2027 | programmes.gpu_access.activities.gpu_owned.supply | GPU bought, with power and staff, step 4: units commissioned in 2027 | GPUs
* units.gpu_access.gpu_owned.step5.2027 | programmes.gpu_access.activities.gpu_owned.supply | GPU bought, with power and staff, step 5: units commissioned in 2027 | GPUs
* units.gpu_access.gpu_owned.step1.2028 | programmes.gpu_access.activities.gpu_owned.supply | GPU bought, with power and staff, step 1: units commissioned in 2028 | GPUs
* units.gpu_access.gpu_owned.step2.2028 | programmes.gpu_access.activities.gpu_owned.supply | GPU bought, with power and staff, step 2: units commissioned in 2028 | GPUs
* units.gpu_access.gpu_owned.step3.2028 | programmes.gpu_access.activities.gpu_owned.supply | GPU bought, with power and staff, step 3: units commissioned in 2028 | GPUs
* units.gpu_access.gpu_owned.step4.2028 | programmes.gpu_access.activities.gpu_owned.supply | GPU bought, with power and staff, step 4: units commissioned in 2028 | GPUs
* units.gpu_access.gpu_owned.step5.2028 | programmes.gpu_access.activities.gpu_owned.supply | GPU bought, with power and staff, step 5: units commissioned in 2028 | GPUs
* units.gpu_access.gpu_rented.step1.2025 | programmes.gpu_access.activities.gpu_rented.supply | GPU rented for three years, step 1: units commissioned in 2025 | GPUs
* units.gpu_access.gpu_rented.step2.2025 | programmes.gpu_access.activities.gpu_rented.supply | GPU rented for three years, step 2: units commissioned in 2025 | GPUs
* units.gpu_access.gpu_rented.step3.2025 | programmes.gpu_access.activities.gpu_rented.supply | GPU rented for three years, step 3: units commissioned in 2025 | GPUs
* units.gpu_access.gpu_rented.step4.2025 | programmes.gpu_access.activities.gpu_rented.supply | GPU rented for three years, step 4: units commissioned in 2025 | GPUs
* units.gpu_access.gpu_rented.step5.2025 | programmes.gpu_access.activities.gpu_rented.supply | GPU rented for three years, step 5: units commissioned in 2025 | GPUs
* units.gpu_access.gpu_rented.step6.2025 | programmes.gpu_access.activities.gpu_rented.supply | GPU rented for three years, step 6: units commissioned in 2025 | GPUs
* units.gpu_access.gpu_rented.step7.2025 | programmes.gpu_access.activities.gpu_rented.supply | GPU rented for three years, step 7: units commissioned in 2025 | GPUs
* units.gpu_access.gpu_rented.step8.2025 | programmes.gpu_access.activities.gpu_rented.supply | GPU rented for three years, step 8: units commissioned in 2025 | GPUs
* units.gpu_access.gpu_rented.step1.2026 | programmes.gpu_access.activities.gpu_rented.supply | GPU rented for three years, step 1: units commissioned in 2026 | GPUs
* units.gpu_access.gpu_rented.step2.2026 | programmes.gpu_access.activities.gpu_rented.supply | GPU rented for three years, step 2: units commissioned in 2026 | GPUs
* units.gpu_access.gpu_rented.step3.2026 | programmes.gpu_access.activities.gpu_rented.supply | GPU rented for three years, step 3: units commissioned in 2026 | GPUs
* units.gpu_access.gpu_rented.step4.2026 | programmes.gpu_access.activities.gpu_rented.supply | GPU rented for three years, step 4: units commissioned in 2026 | GPUs
* units.gpu_access.gpu_rented.step5.2026 | programmes.gpu_access.activities.gpu_rented.supply | GPU rented for three years, step 5: units commissioned in 2026 | GPUs
* units.gpu_access.gpu_rented.step1.2027 | programmes.gpu_access.activities.gpu_rented.supply | GPU rented for three years, step 1: units commissioned in 2027 | GPUs
* units.gpu_access.gpu_rented.step2.2027 | programmes.gpu_access.activities.gpu_rented.supply | GPU rented for three years, step 2: units commissioned in 2027 | GPUs
* units.gpu_access.gpu_rented.step3.2027 | programmes.gpu_access.activities.gpu_rented.supply | GPU rented for three years, step 3: units commissioned in 2027 | GPUs
* units.gpu_access.gpu_rented.step4.2027 | programmes.gpu_access.activities.gpu_rented.supply | GPU rented for three years, step 4: units commissioned in 2027 | GPUs
* units.gpu_access.gpu_rented.step5.2027 | programmes.gpu_access.activities.gpu_rented.supply | GPU rented for three years, step 5: units commissioned in 2027 | GPUs
* units.gpu_access.gpu_rented.step1.2028 | programmes.gpu_access.activities.gpu_rented.supply | GPU rented for three years, step 1: units commissioned in 2028 | GPUs
* units.gpu_access.gpu_rented.step2.2028 | programmes.gpu_access.activities.gpu_rented.supply | GPU rented for three years, step 2: units commissioned in 2028 | GPUs
* units.gpu_access.gpu_rented.step3.2028 | programmes.gpu_access.activities.gpu_rented.supply | GPU rented for three years, step 3: units commissioned in 2028 | GPUs
* units.gpu_access.gpu_rented.step4.2028 | programmes.gpu_access.activities.gpu_rented.supply | GPU rented for three years, step 4: units commissioned in 2028 | GPUs
* units.gpu_access.gpu_rented.step5.2028 | programmes.gpu_access.activities.gpu_rented.supply | GPU rented for three years, step 5: units commissioned in 2028 | GPUs
* units.research_institutes.fellow_post.step1.2025 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 1: units commissioned in 2025 | posts
* units.research_institutes.fellow_post.step2.2025 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 2: units commissioned in 2025 | posts
* units.research_institutes.fellow_post.step3.2025 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 3: units commissioned in 2025 | posts
* units.research_institutes.fellow_post.step4.2025 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 4: units commissioned in 2025 | posts
* units.research_institutes.fellow_post.step5.2025 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 5: units commissioned in 2025 | posts
* units.research_institutes.fellow_post.step6.2025 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 6: units commissioned in 2025 | posts
* units.research_institutes.fellow_post.step7.2025 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 7: units commissioned in 2025 | posts
* units.research_institutes.fellow_post.step8.2025 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 8: units commissioned in 2025 | posts
* units.research_institutes.fellow_post.step1.2026 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 1: units commissioned in 2026 | posts
* units.research_institutes.fellow_post.step2.2026 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 2: units commissioned in 2026 | posts
* units.research_institutes.fellow_post.step3.2026 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 3: units commissioned in 2026 | posts
* units.research_institutes.fellow_post.step4.2026 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 4: units commissioned in 2026 | posts
* units.research_institutes.fellow_post.step5.2026 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 5: units commissioned in 2026 | posts
* units.research_institutes.fellow_post.step6.2026 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 6: units commissioned in 2026 | posts
* units.research_institutes.fellow_post.step7.2026 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 7: units commissioned in 2026 | posts
* units.research_institutes.fellow_post.step8.2026 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 8: units commissioned in 2026 | posts
* units.research_institutes.fellow_post.step1.2027 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 1: units commissioned in 2027 | posts
* units.research_institutes.fellow_post.step2.2027 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 2: units commissioned in 2027 | posts
* units.research_institutes.fellow_post.step3.2027 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 3: units commissioned in 2027 | posts
* units.research_institutes.fellow_post.step4.2027 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 4: units commissioned in 2027 | posts
* units.research_institutes.fellow_post.step5.2027 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 5: units commissioned in 2027 | posts
* units.research_institutes.fellow_post.step6.2027 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 6: units commissioned in 2027 | posts
* units.research_institutes.fellow_post.step7.2027 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 7: units commissioned in 2027 | posts
* units.research_institutes.fellow_post.step8.2027 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 8: units commissioned in 2027 | posts
* units.research_institutes.fellow_post.step1.2028 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 1: units commissioned in 2028 | posts
* units.research_institutes.fellow_post.step2.2028 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 2: units commissioned in 2028 | posts
* units.research_institutes.fellow_post.step3.2028 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 3: units commissioned in 2028 | posts
* units.research_institutes.fellow_post.step4.2028 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 4: units commissioned in 2028 | posts
* units.research_institutes.fellow_post.step5.2028 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 5: units commissioned in 2028 | posts
* units.research_institutes.fellow_post.step6.2028 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 6: units commissioned in 2028 | posts
* units.research_institutes.fellow_post.step7.2028 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 7: units commissioned in 2028 | posts
* units.research_institutes.fellow_post.step8.2028 | programmes.research_institutes.activities.fellow_post.supply | Fellow post for three years, step 8: units commissioned in 2028 | posts
* units.research_institutes.senior_post.step1.2025 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 1: units commissioned in 2025 | posts
* units.research_institutes.senior_post.step2.2025 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 2: units commissioned in 2025 | posts
* units.research_institutes.senior_post.step3.2025 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 3: units commissioned in 2025 | posts
* units.research_institutes.senior_post.step4.2025 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 4: units commissioned in 2025 | posts
* units.research_institutes.senior_post.step5.2025 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 5: units commissioned in 2025 | posts
* units.research_institutes.senior_post.step6.2025 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 6: units commissioned in 2025 | posts
* units.research_institutes.senior_post.step7.2025 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 7: units commissioned in 2025 | posts
* units.research_institutes.senior_post.step8.2025 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 8: units commissioned in 2025 | posts
* units.research_institutes.senior_post.step9.2025 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 9: units commissioned in 2025 | posts
* units.research_institutes.senior_post.step10.2025 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 10: units commissioned in 2025 | posts
* units.research_institutes.senior_post.step11.2025 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 11: units commissioned in 2025 | posts
* units.research_institutes.senior_post.step12.2025 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 12: units commissioned in 2025 | posts
* units.research_institutes.senior_post.step1.2026 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 1: units commissioned in 2026 | posts
* units.research_institutes.senior_post.step2.2026 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 2: units commissioned in 2026 | posts
* units.research_institutes.senior_post.step3.2026 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 3: units commissioned in 2026 | posts
* units.research_institutes.senior_post.step4.2026 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 4: units commissioned in 2026 | posts
* units.research_institutes.senior_post.step5.2026 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 5: units commissioned in 2026 | posts
* units.research_institutes.senior_post.step6.2026 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 6: units commissioned in 2026 | posts
* units.research_institutes.senior_post.step7.2026 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 7: units commissioned in 2026 | posts
* units.research_institutes.senior_post.step8.2026 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 8: units commissioned in 2026 | posts
* units.research_institutes.senior_post.step9.2026 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 9: units commissioned in 2026 | posts
* units.research_institutes.senior_post.step10.2026 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 10: units commissioned in 2026 | posts
* units.research_institutes.senior_post.step11.2026 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 11: units commissioned in 2026 | posts
* units.research_institutes.senior_post.step12.2026 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 12: units commissioned in 2026 | posts
* units.research_institutes.senior_post.step1.2027 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 1: units commissioned in 2027 | posts
* units.research_institutes.senior_post.step2.2027 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 2: units commissioned in 2027 | posts
* units.research_institutes.senior_post.step3.2027 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 3: units commissioned in 2027 | posts
* units.research_institutes.senior_post.step4.2027 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 4: units commissioned in 2027 | posts
* units.research_institutes.senior_post.step5.2027 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 5: units commissioned in 2027 | posts
* units.research_institutes.senior_post.step6.2027 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 6: units commissioned in 2027 | posts
* units.research_institutes.senior_post.step7.2027 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 7: units commissioned in 2027 | posts
* units.research_institutes.senior_post.step8.2027 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 8: units commissioned in 2027 | posts
* units.research_institutes.senior_post.step9.2027 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 9: units commissioned in 2027 | posts
* units.research_institutes.senior_post.step10.2027 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 10: units commissioned in 2027 | posts
* units.research_institutes.senior_post.step11.2027 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 11: units commissioned in 2027 | posts
* units.research_institutes.senior_post.step12.2027 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 12: units commissioned in 2027 | posts
* units.research_institutes.senior_post.step1.2028 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 1: units commissioned in 2028 | posts
* units.research_institutes.senior_post.step2.2028 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 2: units commissioned in 2028 | posts
* units.research_institutes.senior_post.step3.2028 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 3: units commissioned in 2028 | posts
* units.research_institutes.senior_post.step4.2028 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 4: units commissioned in 2028 | posts
* units.research_institutes.senior_post.step5.2028 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 5: units commissioned in 2028 | posts
* units.research_institutes.senior_post.step6.2028 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 6: units commissioned in 2028 | posts
* units.research_institutes.senior_post.step7.2028 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 7: units commissioned in 2028 | posts
* units.research_institutes.senior_post.step8.2028 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 8: units commissioned in 2028 | posts
* units.research_institutes.senior_post.step9.2028 | programmes.research_institutes.activities.senior_post.supply | Senior post with a team for three years, step 9: units commissioned in 2028 | posts
* units.visa_fast_track.visa_case.step1.2025 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 1: units commissioned in 2025 | cases
* units.visa_fast_track.visa_case.step2.2025 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 2: units commissioned in 2025 | cases
* units.visa_fast_track.visa_case.step3.2025 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 3: units commissioned in 2025 | cases
* units.visa_fast_track.visa_case.step4.2025 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 4: units commissioned in 2025 | cases
* units.visa_fast_track.visa_case.step5.2025 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 5: units commissioned in 2025 | cases
* units.visa_fast_track.visa_case.step6.2025 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 6: units commissioned in 2025 | cases
* units.visa_fast_track.visa_case.step7.2025 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 7: units commissioned in 2025 | cases
* units.visa_fast_track.visa_case.step8.2025 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 8: units commissioned in 2025 | cases
* units.visa_fast_track.visa_case.step9.2025 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 9: units commissioned in 2025 | cases
* units.visa_fast_track.visa_case.step10.2025 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 10: units commissioned in 2025 | cases
* units.visa_fast_track.visa_case.step11.2025 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 11: units commissioned in 2025 | cases
* units.visa_fast_track.visa_case.step12.2025 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 12: units commissioned in 2025 | cases
* units.visa_fast_track.visa_case.step13.2025 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 13: units commissioned in 2025 | cases
* units.visa_fast_track.visa_case.step14.2025 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 14: units commissioned in 2025 | cases
* units.visa_fast_track.visa_case.step15.2025 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 15: units commissioned in 2025 | cases
* units.visa_fast_track.visa_case.step16.2025 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 16: units commissioned in 2025 | 0.00390625 cases
* units.visa_fast_track.visa_case.step17.2025 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 17: units commissioned in 2025 | 6.103515625e-05 cases
* beyond.visa_fast_track.visa_case.2025 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled: money of 2025 beyond what its curve can use | million KRW
* units.visa_fast_track.visa_case.step1.2026 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 1: units commissioned in 2026 | cases
* units.visa_fast_track.visa_case.step2.2026 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 2: units commissioned in 2026 | cases
* units.visa_fast_track.visa_case.step3.2026 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 3: units commissioned in 2026 | cases
* units.visa_fast_track.visa_case.step4.2026 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 4: units commissioned in 2026 | cases
* units.visa_fast_track.visa_case.step5.2026 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 5: units commissioned in 2026 | cases
* units.visa_fast_track.visa_case.step6.2026 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 6: units commissioned in 2026 | cases
* units.visa_fast_track.visa_case.step7.2026 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 7: units commissioned in 2026 | cases
* units.visa_fast_track.visa_case.step8.2026 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 8: units commissioned in 2026 | cases
* units.visa_fast_track.visa_case.step9.2026 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 9: units commissioned in 2026 | cases
* units.visa_fast_track.visa_case.step10.2026 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 10: units commissioned in 2026 | cases
* units.visa_fast_track.visa_case.step11.2026 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 11: units commissioned in 2026 | cases
* units.visa_fast_track.visa_case.step12.2026 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 12: units commissioned in 2026 | cases
* units.visa_fast_track.visa_case.step13.2026 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 13: units commissioned in 2026 | cases
* units.visa_fast_track.visa_case.step14.2026 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 14: units commissioned in 2026 | cases
* units.visa_fast_track.visa_case.step15.2026 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 15: units commissioned in 2026 | cases
* units.visa_fast_track.visa_case.step16.2026 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 16: units commissioned in 2026 | 0.00390625 cases
* units.visa_fast_track.visa_case.step17.2026 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 17: units commissioned in 2026 | 6.103515625e-05 cases
* beyond.visa_fast_track.visa_case.2026 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled: money of 2026 beyond what its curve can use | million KRW
* units.visa_fast_track.visa_case.step1.2027 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 1: units commissioned in 2027 | cases
* units.visa_fast_track.visa_case.step2.2027 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 2: units commissioned in 2027 | cases
* units.visa_fast_track.visa_case.step3.2027 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 3: units commissioned in 2027 | cases
* units.visa_fast_track.visa_case.step4.2027 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 4: units commissioned in 2027 | cases
* units.visa_fast_track.visa_case.step5.2027 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 5: units commissioned in 2027 | cases
* units.visa_fast_track.visa_case.step6.2027 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 6: units commissioned in 2027 | cases
* units.visa_fast_track.visa_case.step7.2027 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 7: units commissioned in 2027 | cases
* units.visa_fast_track.visa_case.step8.2027 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 8: units commissioned in 2027 | cases
* units.visa_fast_track.visa_case.step9.2027 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 9: units commissioned in 2027 | cases
* units.visa_fast_track.visa_case.step10.2027 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 10: units commissioned in 2027 | cases
* units.visa_fast_track.visa_case.step11.2027 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 11: units commissioned in 2027 | cases
* units.visa_fast_track.visa_case.step12.2027 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 12: units commissioned in 2027 | cases
* units.visa_fast_track.visa_case.step13.2027 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 13: units commissioned in 2027 | cases
* units.visa_fast_track.visa_case.step14.2027 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 14: units commissioned in 2027 | cases
* units.visa_fast_track.visa_case.step15.2027 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 15: units commissioned in 2027 | cases
* units.visa_fast_track.visa_case.step16.2027 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 16: units commissioned in 2027 | 0.00390625 cases
* units.visa_fast_track.visa_case.step17.2027 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 17: units commissioned in 2027 | 6.103515625e-05 cases
* beyond.visa_fast_track.visa_case.2027 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled: money of 2027 beyond what its curve can use | million KRW
* units.visa_fast_track.visa_case.step1.2028 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 1: units commissioned in 2028 | cases
* units.visa_fast_track.visa_case.step2.2028 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 2: units commissioned in 2028 | cases
* units.visa_fast_track.visa_case.step3.2028 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 3: units commissioned in 2028 | cases
* units.visa_fast_track.visa_case.step4.2028 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 4: units commissioned in 2028 | cases
* units.visa_fast_track.visa_case.step5.2028 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 5: units commissioned in 2028 | cases
* units.visa_fast_track.visa_case.step6.2028 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 6: units commissioned in 2028 | cases
* units.visa_fast_track.visa_case.step7.2028 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 7: units commissioned in 2028 | cases
* units.visa_fast_track.visa_case.step8.2028 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 8: units commissioned in 2028 | cases
* units.visa_fast_track.visa_case.step9.2028 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 9: units commissioned in 2028 | cases
* units.visa_fast_track.visa_case.step10.2028 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 10: units commissioned in 2028 | cases
* units.visa_fast_track.visa_case.step11.2028 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 11: units commissioned in 2028 | cases
* units.visa_fast_track.visa_case.step12.2028 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 12: units commissioned in 2028 | cases
* units.visa_fast_track.visa_case.step13.2028 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 13: units commissioned in 2028 | cases
* units.visa_fast_track.visa_case.step14.2028 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 14: units commissioned in 2028 | cases
* units.visa_fast_track.visa_case.step15.2028 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 15: units commissioned in 2028 | cases
* units.visa_fast_track.visa_case.step16.2028 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 16: units commissioned in 2028 | 0.00390625 cases
* units.visa_fast_track.visa_case.step17.2028 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled, step 17: units commissioned in 2028 | 6.103515625e-05 cases
* beyond.visa_fast_track.visa_case.2028 | programmes.visa_fast_track.activities.visa_case.supply | Visa case handled: money of 2028 beyond what its curve can use | million KRW
* people.fellow_comes.step1.2025 | pathways.fellow_comes.bands[0] | Fellow comes from abroad, step 1: persons supported from 2025 | persons
* people.fellow_comes.step1.2026 | pathways.fellow_comes.bands[0] | Fellow comes from abroad, step 1: persons supported from 2026 | persons
* people.fellow_comes.step1.2027 | pathways.fellow_comes.bands[0] | Fellow comes from abroad, step 1: persons supported from 2027 | persons
* people.fellow_comes.step1.2028 | pathways.fellow_comes.bands[0] | Fellow comes from abroad, step 1: persons supported from 2028 | persons
* people.fellow_comes_gpu.step1.2025 | pathways.fellow_comes_gpu.bands[0] | Fellow comes from abroad to a post with a GPU, step 1: persons supported from 2025 | persons
* people.fellow_comes_gpu.step1.2026 | pathways.fellow_comes_gpu.bands[0] | Fellow comes from abroad to a post with a GPU, step 1: persons supported from 2026 | persons
* people.fellow_comes_gpu.step1.2027 | pathways.fellow_comes_gpu.bands[0] | Fellow comes from abroad to a post with a GPU, step 1: persons supported from 2027 | persons
* people.fellow_comes_gpu.step1.2028 | pathways.fellow_comes_gpu.bands[0] | Fellow comes from abroad to a post with a GPU, step 1: persons supported from 2028 | persons
* people.fellow_stays.step1.2025 | pathways.fellow_stays.bands[0] | Fellow takes a post instead of leaving, step 1: persons supported from 2025 | persons
* people.fellow_stays.step1.2026 | pathways.fellow_stays.bands[0] | Fellow takes a post instead of leaving, step 1: persons supported from 2026 | persons
* people.fellow_stays.step1.2027 | pathways.fellow_stays.bands[0] | Fellow takes a post instead of leaving, step 1: persons supported from 2027 | persons
* people.fellow_stays.step1.2028 | pathways.fellow_stays.bands[0] | Fellow takes a post instead of leaving, step 1: persons supported from 2028 | persons
* people.gpu_grant_a.step1.2025 | pathways.gpu_grant_a.bands[0] | A-tier researcher stays because of a GPU grant, step 1: persons supported from 2025 | persons
* people.gpu_grant_a.step1.2026 | pathways.gpu_grant_a.bands[0] | A-tier researcher stays because of a GPU grant, step 1: persons supported from 2026 | persons
* people.gpu_grant_a.step1.2027 | pathways.gpu_grant_a.bands[0] | A-tier researcher stays because of a GPU grant, step 1: persons supported from 2027 | persons
* people.gpu_grant_a.step1.2028 | pathways.gpu_grant_a.bands[0] | A-tier researcher stays because of a GPU grant, step 1: persons supported from 2028 | persons
* people.gpu_grant_s.step1.2025 | pathways.gpu_grant_s.bands[0] | S-tier researcher stays because of a GPU grant, step 1: persons supported from 2025 | persons
* people.gpu_grant_s.step1.2026 | pathways.gpu_grant_s.bands[0] | S-tier researcher stays because of a GPU grant, step 1: persons supported from 2026 | persons
* people.gpu_grant_s.step1.2027 | pathways.gpu_grant_s.bands[0] | S-tier researcher stays because of a GPU grant, step 1: persons supported from 2027 | persons
* people.gpu_grant_s.step1.2028 | pathways.gpu_grant_s.bands[0] | S-tier researcher stays because of a GPU grant, step 1: persons supported from 2028 | persons
* people.graduate_stays.step1.2025 | pathways.graduate_stays.bands[0] | Foreign graduate stays through the fast track, step 1: persons supported from 2025 | persons
* people.graduate_stays.step1.2026 | pathways.graduate_stays.bands[0] | Foreign graduate stays through the fast track, step 1: persons supported from 2026 | persons
* people.graduate_stays.step1.2027 | pathways.graduate_stays.bands[0] | Foreign graduate stays through the fast track, step 1: persons supported from 2027 | persons
* people.graduate_stays.step1.2028 | pathways.graduate_stays.bands[0] | Foreign graduate stays through the fast track, step 1: persons supported from 2028 | persons
* people.professional_comes.step1.2025 | pathways.professional_comes.bands[0] | Professional comes through the fast track, step 1: persons supported from 2025 | persons
* people.professional_comes.step1.2026 | pathways.professional_comes.bands[0] | Professional comes through the fast track, step 1: persons supported from 2026 | persons
* people.professional_comes.step1.2027 | pathways.professional_comes.bands[0] | Professional comes through the fast track, step 1: persons supported from 2027 | persons
* people.professional_comes.step1.2028 | pathways.professional_comes.bands[0] | Professional comes through the fast track, step 1: persons supported from 2028 | persons
* people.senior_comes.step1.2025 | pathways.senior_comes.bands[0] | Senior researcher comes with a team, step 1: persons supported from 2025 | persons
* people.senior_comes.step1.2026 | pathways.senior_comes.bands[0] | Senior researcher comes with a team, step 1: persons supported from 2026 | persons
* people.senior_comes.step1.2027 | pathways.senior_comes.bands[0] | Senior researcher comes with a team, step 1: persons supported from 2027 | persons
* people.senior_comes.step1.2028 | pathways.senior_comes.bands[0] | Senior researcher comes with a team, step 1: persons supported from 2028 | persons
* people.senior_stays.step1.2025 | pathways.senior_stays.bands[0] | Senior researcher stays on a post with a team, step 1: persons supported from 2025 | persons
* people.senior_stays.step1.2026 | pathways.senior_stays.bands[0] | Senior researcher stays on a post with a team, step 1: persons supported from 2026 | persons
* people.senior_stays.step1.2027 | pathways.senior_stays.bands[0] | Senior researcher stays on a post with a team, step 1: persons supported from 2027 | persons
* people.senior_stays.step1.2028 | pathways.senior_stays.bands[0] | Senior researcher stays on a post with a team, step 1: persons supported from 2028 | persons
* people.senior_stays_gpu.step1.2025 | pathways.senior_stays_gpu.bands[0] | Senior researcher stays on a post with GPUs, step 1: persons supported from 2025 | persons
* people.senior_stays_gpu.step1.2026 | pathways.senior_stays_gpu.bands[0] | Senior researcher stays on a post with GPUs, step 1: persons supported from 2026 | persons
* people.senior_stays_gpu.step1.2027 | pathways.senior_stays_gpu.bands[0] | Senior researcher stays on a post with GPUs, step 1: persons supported from 2027 | persons
* people.senior_stays_gpu.step1.2028 | pathways.senior_stays_gpu.bands[0] | Senior researcher stays on a post with GPUs, step 1: persons supported from 2028 | persons
* people.trainee_stays.step1.2025 | pathways.trainee_stays.bands[0] | A-team member trained and kept, step 1: persons supported from 2025 | persons
* people.trainee_stays.step1.2026 | pathways.trainee_stays.bands[0] | A-team member trained and kept, step 1: persons supported from 2026 | persons
* people.trainee_stays.step1.2027 | pathways.trainee_stays.bands[0] | A-team member trained and kept, step 1: persons supported from 2027 | persons
* people.trainee_stays.step1.2028 | pathways.trainee_stays.bands[0] | A-team member trained and kept, step 1: persons supported from 2028 | persons
* people.trainee_stays_gpu.step1.2025 | pathways.trainee_stays_gpu.bands[0] | A-team member trained with GPUs and kept, step 1: persons supported from 2025 | persons
* people.trainee_stays_gpu.step1.2026 | pathways.trainee_stays_gpu.bands[0] | A-team member trained with GPUs and kept, step 1: persons supported from 2026 | persons
* people.trainee_stays_gpu.step1.2027 | pathways.trainee_stays_gpu.bands[0] | A-team member trained with GPUs and kept, step 1: persons supported from 2027 | persons
* people.trainee_stays_gpu.step1.2028 | pathways.trainee_stays_gpu.bands[0] | A-team member trained with GPUs and kept, step 1: persons supported from 2028 | persons
* rows: name | entry of the document | what | unit
* total_budget | budget.total | Total budget | million KRW
* year_budget.2025 | budget.by_year.2025 | Budget of 2025 | million KRW
* capacity.fellow_post.2025 | capacities.fellow_post | Fellow posts, 2025 | posts
* capacity.fellow_post.2026 | capacities.fellow_post | Fellow posts, 2026 | posts
* capacity.fellow_post.2027 | capacities.fellow_post | Fellow posts, 2027 | posts
* capacity.fellow_post.2028 | capacities.fellow_post | Fellow posts, 2028 | posts
* capacity.fellow_post.2029 | capacities.fellow_post | Fellow posts, 2029 | posts
* capacity.fellow_post.2030 | capacities.fellow_post | Fellow posts, 2030 | posts
* capacity.gpu_year.2025 | capacities.gpu_year | GPUs in use, 2025 | GPU-years
* capacity.gpu_year.2026 | capacities.gpu_year | GPUs in use, 2026 | GPU-years
* capacity.gpu_year.2027 | capacities.gpu_year | GPUs in use, 2027 | GPU-years
* capacity.gpu_year.2028 | capacities.gpu_year | GPUs in use, 2028 | GPU-years
* capacity.gpu_year.2029 | capacities.gpu_year | GPUs in use, 2029 | GPU-years
* capacity.gpu_year.2030 | capacities.gpu_year | GPUs in use, 2030 | GPU-years
* capacity.senior_post.2025 | capacities.senior_post | Senior posts with a team, 2025 | posts
* capacity.senior_post.2026 | capacities.senior_post | Senior posts with a team, 2026 | posts
* capacity.senior_post.2027 | capacities.senior_post | Senior posts with a team, 2027 | posts
* capacity.senior_post.2028 | capacities.senior_post | Senior posts with a team, 2028 | posts
* capacity.senior_post.2029 | capacities.senior_post | Senior posts with a team, 2029 | posts
* capacity.senior_post.2030 | capacities.senior_post | Senior posts with a team, 2030 | posts
* capacity.training_place.2025 | capacities.training_place | Completed training places, 2025 | places
* capacity.training_place.2026 | capacities.training_place | Completed training places, 2026 | places
* capacity.training_place.2027 | capacities.training_place | Completed training places, 2027 | places
* capacity.training_place.2028 | capacities.training_place | Completed training places, 2028 | places
* capacity.visa_case.2025 | capacities.visa_case | Visa cases, 2025 | cases
* capacity.visa_case.2026 | capacities.visa_case | Visa cases, 2026 | cases
* capacity.visa_case.2027 | capacities.visa_case | Visa cases, 2027 | cases
* capacity.visa_case.2028 | capacities.visa_case | Visa cases, 2028 | cases
* pool.candidates_abroad.2025 | pools.candidates_abroad | Candidates abroad within reach, 2025 | persons
* pool.candidates_abroad.2026 | pools.candidates_abroad | Candidates abroad within reach, 2026 | persons
* pool.candidates_abroad.2027 | pools.candidates_abroad | Candidates abroad within reach, 2027 | persons
* pool.candidates_abroad.2028 | pools.candidates_abroad | Candidates abroad within reach, 2028 | persons
* pool.foreign_graduates.2025 | pools.foreign_graduates | Foreign AI graduates in Korea, 2025 | persons
* pool.foreign_graduates.2026 | pools.foreign_graduates | Foreign AI graduates in Korea, 2026 | persons
* pool.foreign_graduates.2027 | pools.foreign_graduates | Foreign AI graduates in Korea, 2027 | persons
* pool.foreign_graduates.2028 | pools.foreign_graduates | Foreign AI graduates in Korea, 2028 | persons
* pool.leavers_a.2025 | pools.leavers_a | A-tier researchers about to leave, 2025 | persons
* pool.leavers_a.2026 | pools.leavers_a | A-tier researchers about to leave, 2026 | persons
* pool.leavers_a.2027 | pools.leavers_a | A-tier researchers about to leave, 2027 | persons
* pool.leavers_a.2028 | pools.leavers_a | A-tier researchers about to leave, 2028 | persons
* pool.leavers_s.2025 | pools.leavers_s | S-tier researchers about to leave, 2025 | persons
* pool.leavers_s.2026 | pools.leavers_s | S-tier researchers about to leave, 2026 | persons
* pool.leavers_s.2027 | pools.leavers_s | S-tier researchers about to leave, 2027 | persons
* pool.leavers_s.2028 | pools.leavers_s | S-tier researchers about to leave, 2028 | persons
* pool.stars_abroad.2025 | pools.stars_abroad | Senior researchers abroad within reach, 2025 | persons
* pool.stars_abroad.2026 | pools.stars_abroad | Senior researchers abroad within reach, 2026 | persons
* pool.stars_abroad.2027 | pools.stars_abroad | Senior researchers abroad within reach, 2027 | persons
* pool.stars_abroad.2028 | pools.stars_abroad | Senior researchers abroad within reach, 2028 | persons
* pool.trainees.2025 | pools.trainees | Graduates who can be supervised, 2025 | persons
* pool.trainees.2026 | pools.trainees | Graduates who can be supervised, 2026 | persons
* pool.trainees.2027 | pools.trainees | Graduates who can be supervised, 2027 | persons
* pool.trainees.2028 | pools.trainees | Graduates who can be supervised, 2028 | persons
* programme_floor.a_team_floor | rules.a-team-floor | At least 15% for A-team cultivation | million KRW
* programme_floor.gpu_floor | rules.gpu-floor | At least 10% for GPU access | million KRW
* programme_floor.institute_floor | rules.institute-floor | At least 15% for research institutes | million KRW
* programme_floor.visa_floor | rules.visa-floor | At least 2% for the visa fast track | million KRW
NAME korea_2025 FREE
ROWS
 N objective
 L total_budget
 L year_budget.2025
 L capacity.fellow_post.2025
 L capacity.fellow_post.2026
 L capacity.fellow_post.2027
 L capacity.fellow_post.2028
 L capacity.fellow_post.2029
 L capacity.fellow_post.2030
 L capacity.gpu_year.2025
 L capacity.gpu_year.2026
 L capacity.gpu_year.2027
 L capacity.gpu_year.2028
 L capacity.gpu_year.2029
 L capacity.gpu_year.2030
 L capacity.senior_post.2025
 L capacity.senior_post.2026
 L capacity.senior_post.2027
 L capacity.senior_post.2028
 L capacity.senior_post.2029
 L capacity.senior_post.2030
 L capacity.training_place.2025
 L capacity.training_place.2026
 L capacity.training_place.2027
 L capacity.training_place.2028
 L capacity.visa_case.2025
 L capacity.visa_case.2026
 L capacity.visa_case.2027
 L capacity.visa_case.2028
 L pool.candidates_abroad.2025
 L pool.candidates_abroad.2026
 L pool.candidates_abroad.2027
 L pool.candidates_abroad.2028
 L pool.foreign_graduates.2025
 L pool.foreign_graduates.2026
 L pool.foreign_graduates.2027
 L pool.foreign_graduates.2028
 L pool.leavers_a.2025
 L pool.leavers_a.2026
 L pool.leavers_a.2027
 L pool.leavers_a.2028
 L pool.leavers_s.2025
 L pool.leavers_s.2026
 L pool.leavers_s.2027
 L pool.leavers_s.2028
 L pool.stars_abroad.2025
 L pool.stars_abroad.2026
 L pool.stars_abroad.2027
 L pool.stars_abroad.2028
 L pool.trainees.2025
 L pool.trainees.2026
 L pool.trainees.2027
 L pool.trainees.2028
 G programme_floor.a_team_floor
 G programme_floor.gpu_floor
 G programme_floor.institute_floor
 G programme_floor.visa_floor
COLUMNS
 units.a_team_cultivation.training_place.step1.2025 objective 0
 units.a_team_cultivation.training_place.step1.2025 total_budget 75.37562499895833
 units.a_team_cultivation.training_place.step1.2025 year_budget.2025 75.37562499895833
 units.a_team_cultivation.training_place.step1.2025 capacity.training_place.2027 -1
 units.a_team_cultivation.training_place.step1.2025 programme_floor.a_team_floor 75.37562499895833
 units.a_team_cultivation.training_place.step2.2025 objective 0
 units.a_team_cultivation.training_place.step2.2025 total_budget 76.16000635673616
 units.a_team_cultivation.training_place.step2.2025 year_budget.2025 76.16000635673616
 units.a_team_cultivation.training_place.step2.2025 capacity.training_place.2027 -1
 units.a_team_cultivation.training_place.step2.2025 programme_floor.a_team_floor 76.16000635673616
 units.a_team_cultivation.training_place.step3.2025 objective 0
 units.a_team_cultivation.training_place.step3.2025 total_budget 77.42101533098736
 units.a_team_cultivation.training_place.step3.2025 year_budget.2025 77.42101533098736
 units.a_team_cultivation.training_place.step3.2025 capacity.training_place.2027 -1
 units.a_team_cultivation.training_place.step3.2025 programme_floor.a_team_floor 77.42101533098736
 units.a_team_cultivation.training_place.step4.2025 objective 0
 units.a_team_cultivation.training_place.step4.2025 total_budget 80.09607495791388
 units.a_team_cultivation.training_place.step4.2025 year_budget.2025 80.09607495791388
 units.a_team_cultivation.training_place.step4.2025 capacity.training_place.2027 -1
 units.a_team_cultivation.training_place.step4.2025 programme_floor.a_team_floor 80.09607495791388
 units.a_team_cultivation.training_place.step5.2025 objective 0
 units.a_team_cultivation.training_place.step5.2025 total_budget 85.91976801038047
 units.a_team_cultivation.training_place.step5.2025 year_budget.2025 85.91976801038047
 units.a_team_cultivation.training_place.step5.2025 capacity.training_place.2027 -1
 units.a_team_cultivation.training_place.step5.2025 programme_floor.a_team_floor 85.91976801038047
 units.a_team_cultivation.training_place.step6.2025 objective 0
 units.a_team_cultivation.training_place.step6.2025 total_budget 96.84510496890981
 units.a_team_cultivation.training_place.step6.2025 year_budget.2025 96.84510496890981
 units.a_team_cultivation.training_place.step6.2025 capacity.training_place.2027 -1
 units.a_team_cultivation.training_place.step6.2025 programme_floor.a_team_floor 96.84510496890981
 units.a_team_cultivation.training_place.step7.2025 objective 0
 units.a_team_cultivation.training_place.step7.2025 total_budget 104.25462743892038
 units.a_team_cultivation.training_place.step7.2025 year_budget.2025 104.25462743892038
 units.a_team_cultivation.training_place.step7.2025 capacity.training_place.2027 -1
 units.a_team_cultivation.training_place.step7.2025 programme_floor.a_team_floor 104.25462743892038
 units.a_team_cultivation.training_place.step8.2025 objective 0
 units.a_team_cultivation.training_place.step8.2025 total_budget 104.27180596695214
 units.a_team_cultivation.training_place.step8.2025 year_budget.2025 104.27180596695214
 units.a_team_cultivation.training_place.step8.2025 capacity.training_place.2027 -1
 units.a_team_cultivation.training_place.step8.2025 programme_floor.a_team_floor 104.27180596695214
 units.a_team_cultivation.training_place.step9.2025 objective 0
 units.a_team_cultivation.training_place.step9.2025 total_budget 104.27184032700254
 units.a_team_cultivation.training_place.step9.2025 year_budget.2025 104.27184032700254
 units.a_team_cultivation.training_place.step9.2025 capacity.training_place.2027 -1
 units.a_team_cultivation.training_place.step9.2025 programme_floor.a_team_floor 104.27184032700254
 units.a_team_cultivation.training_place.step10.2025 objective 0
 units.a_team_cultivation.training_place.step10.2025 total_budget 104.28902072536262
 units.a_team_cultivation.training_place.step10.2025 year_budget.2025 104.28902072536262
 units.a_team_cultivation.training_place.step10.2025 capacity.training_place.2027 -1
 units.a_team_cultivation.training_place.step10.2025 programme_floor.a_team_floor 104.28902072536262
 units.a_team_cultivation.training_place.step11.2025 objective 0
 units.a_team_cultivation.training_place.step11.2025 total_budget 106.97763744061957
 units.a_team_cultivation.training_place.step11.2025 year_budget.2025 106.97763744061957
 units.a_team_cultivation.training_place.step11.2025 capacity.training_place.2027 -1
 units.a_team_cultivation.training_place.step11.2025 programme_floor.a_team_floor 106.97763744061957
 units.a_team_cultivation.training_place.step12.2025 objective 0
 units.a_team_cultivation.training_place.step12.2025 total_budget 133.6164497661635
 units.a_team_cultivation.training_place.step12.2025 year_budget.2025 133.6164497661635
 units.a_team_cultivation.training_place.step12.2025 capacity.training_place.2027 -1
 units.a_team_cultivation.training_place.step12.2025 programme_floor.a_team_floor 133.6164497661635
 units.a_team_cultivation.training_place.step13.2025 objective 0
 units.a_team_cultivation.training_place.step13.2025 total_budget 183.0384690244835
 units.a_team_cultivation.training_place.step13.2025 year_budget.2025 183.0384690244835
 units.a_team_cultivation.training_place.step13.2025 capacity.training_place.2027 -1
 units.a_team_cultivation.training_place.step13.2025 programme_floor.a_team_floor 183.0384690244835
 units.a_team_cultivation.training_place.step1.2026 objective 0
 units.a_team_cultivation.training_place.step1.2026 total_budget 75.37562499895833
 units.a_team_cultivation.training_place.step1.2026 capacity.training_place.2028 -1
 units.a_team_cultivation.training_place.step1.2026 programme_floor.a_team_floor 75.37562499895833
 units.a_team_cultivation.training_place.step2.2026 objective 0
 units.a_team_cultivation.training_place.step2.2026 total_budget 76.16000635673616
 units.a_team_cultivation.training_place.step2.2026 capacity.training_place.2028 -1
 units.a_team_cultivation.training_place.step2.2026 programme_floor.a_team_floor 76.16000635673616
 units.a_team_cultivation.training_place.step3.2026 objective 0
 units.a_team_cultivation.training_place.step3.2026 total_budget 77.42101533098736
 units.a_team_cultivation.training_place.step3.2026 capacity.training_place.2028 -1
 units.a_team_cultivation.training_place.step3.2026 programme_floor.a_team_floor 77.42101533098736
 units.a_team_cultivation.training_place.step4.2026 objective 0
 units.a_team_cultivation.training_place.step4.2026 total_budget 80.09607495791388
 units.a_team_cultivation.training_place.step4.2026 capacity.training_place.2028 -1
 units.a_team_cultivation.training_place.step4.2026 programme_floor.a_team_floor 80.09607495791388
 units.a_team_cultivation.training_place.step5.2026 objective 0
 units.a_team_cultivation.training_place.step5.2026 total_budget 85.91976801038047
 units.a_team_cultivation.training_place.step5.2026 capacity.training_place.2028 -1
 units.a_team_cultivation.training_place.step5.2026 programme_floor.a_team_floor 85.91976801038047
 units.a_team_cultivation.training_place.step6.2026 objective 0
 units.a_team_cultivation.training_place.step6.2026 total_budget 96.1273306729889
 units.a_team_cultivation.training_place.step6.2026 capacity.training_place.2028 -1
 units.a_team_cultivation.training_place.step6.2026 programme_floor.a_team_floor 96.1273306729889
 units.a_team_cultivation.training_place.step7.2026 objective 0
 units.a_team_cultivation.training_place.step7.2026 total_budget 102.67830125135195
 units.a_team_cultivation.training_place.step7.2026 capacity.training_place.2028 -1
 units.a_team_cultivation.training_place.step7.2026 programme_floor.a_team_floor 102.67830125135195
 units.a_team_cultivation.training_place.step8.2026 objective 0
 units.a_team_cultivation.training_place.step8.2026 total_budget 102.69443731615637
 units.a_team_cultivation.training_place.step8.2026 capacity.training_place.2028 -1
 units.a_team_cultivation.training_place.step8.2026 programme_floor.a_team_floor 102.69443731615637
 units.a_team_cultivation.training_place.step9.2026 objective 0
 units.a_team_cultivation.training_place.step9.2026 total_budget 102.69446955870254
 units.a_team_cultivation.training_place.step9.2026 capacity.training_place.2028 -1
 units.a_team_cultivation.training_place.step9.2026 programme_floor.a_team_floor 102.69446955870254
 units.a_team_cultivation.training_place.step10.2026 objective 0
 units.a_team_cultivation.training_place.step10.2026 total_budget 102.71060731043873
 units.a_team_cultivation.training_place.step10.2026 capacity.training_place.2028 -1
 units.a_team_cultivation.training_place.step10.2026 programme_floor.a_team_floor 102.71060731043873
 units.a_team_cultivation.training_place.step11.2026 objective 0
 units.a_team_cultivation.training_place.step11.2026 total_budget 106.15670815551616
 units.a_team_cultivation.training_place.step11.2026 capacity.training_place.2028 -1
 units.a_team_cultivation.training_place.step11.2026 programme_floor.a_team_floor 106.15670815551616
 units.a_team_cultivation.training_place.step12.2026 objective 0
 units.a_team_cultivation.training_place.step12.2026 total_budget 133.6164497661635
 units.a_team_cultivation.training_place.step12.2026 capacity.training_place.2028 -1
 units.a_team_cultivation.training_place.step12.2026 programme_floor.a_team_floor 133.6164497661635
 units.a_team_cultivation.training_place.step13.2026 objective 0
 units.a_team_cultivation.training_place.step13.2026 total_budget 183.0384690244835
 units.a_team_cultivation.training_place.step13.2026 capacity.training_place.2028 -1
 units.a_team_cultivation.training_place.step13.2026 programme_floor.a_team_floor 183.0384690244835
 units.a_team_cultivation.training_place.step1.2027 objective 0
 units.a_team_cultivation.training_place.step1.2027 total_budget 75.00003750000624
 units.a_team_cultivation.training_place.step1.2027 programme_floor.a_team_floor 75.00003750000624
 units.a_team_cultivation.training_place.step2.2027 objective 0
 units.a_team_cultivation.training_place.step2.2027 total_budget 75.0375437750124
 units.a_team_cultivation.training_place.step2.2027 programme_floor.a_team_floor 75.0375437750124
 units.a_team_cultivation.training_place.step3.2027 objective 0
 units.a_team_cultivation.training_place.step3.2027 total_budget 75.41338193712846
 units.a_team_cultivation.training_place.step3.2027 programme_floor.a_team_floor 75.41338193712846
 units.a_team_cultivation.training_place.step4.2027 objective 0
 units.a_team_cultivation.training_place.step4.2027 total_budget 76.16000635673616
 units.a_team_cultivation.training_place.step4.2027 programme_floor.a_team_floor 76.16000635673616
 units.a_team_cultivation.training_place.step5.2027 objective 0
 units.a_team_cultivation.training_place.step5.2027 total_budget 77.42101533098736
 units.a_team_cultivation.training_place.step5.2027 programme_floor.a_team_floor 77.42101533098736
 units.a_team_cultivation.training_place.step6.2027 objective 0
 units.a_team_cultivation.training_place.step6.2027 total_budget 80.09607495791388
 units.a_team_cultivation.training_place.step6.2027 programme_floor.a_team_floor 80.09607495791388
 units.a_team_cultivation.training_place.step7.2027 objective 0
 units.a_team_cultivation.training_place.step7.2027 total_budget 85.91976801038047
 units.a_team_cultivation.training_place.step7.2027 programme_floor.a_team_floor 85.91976801038047
 units.a_team_cultivation.training_place.step8.2027 objective 0
 units.a_team_cultivation.training_place.step8.2027 total_budget 99.29605067716977
 units.a_team_cultivation.training_place.step8.2027 programme_floor.a_team_floor 99.29605067716977
 units.a_team_cultivation.training_place.step9.2027 objective 0
 units.a_team_cultivation.training_place.step9.2027 total_budget 133.6164497661635
 units.a_team_cultivation.training_place.step9.2027 programme_floor.a_team_floor 133.6164497661635
 units.a_team_cultivation.training_place.step10.2027 objective 0
 units.a_team_cultivation.training_place.step10.2027 total_budget 183.0384690244835
 units.a_team_cultivation.training_place.step10.2027 programme_floor.a_team_floor 183.0384690244835
 units.a_team_cultivation.training_place.step1.2028 objective 0
 units.a_team_cultivation.training_place.step1.2028 total_budget 75.00003750000624
 units.a_team_cultivation.training_place.step1.2028 programme_floor.a_team_floor 75.00003750000624
 units.a_team_cultivation.training_place.step2.2028 objective 0
 units.a_team_cultivation.training_place.step2.2028 total_budget 75.0375437750124
 units.a_team_cultivation.training_place.step2.2028 programme_floor.a_team_floor 75.0375437750124
 units.a_team_cultivation.training_place.step3.2028 objective 0
 units.a_team_cultivation.training_place.step3.2028 total_budget 75.41338193712846
 units.a_team_cultivation.training_place.step3.2028 programme_floor.a_team_floor 75.41338193712846
 units.a_team_cultivation.training_place.step4.2028 objective 0
 units.a_team_cultivation.training_place.step4.2028 total_budget 76.16000635673616
 units.a_team_cultivation.training_place.step4.2028 programme_floor.a_team_floor 76.16000635673616
 units.a_team_cultivation.training_place.step5.2028 objective 0
 units.a_team_cultivation.training_place.step5.2028 total_budget 77.42101533098736
 units.a_team_cultivation.training_place.step5.2028 programme_floor.a_team_floor 77.42101533098736
 units.a_team_cultivation.training_place.step6.2028 objective 0
 units.a_team_cultivation.training_place.step6.2028 total_budget 80.09607495791388
 units.a_team_cultivation.training_place.step6.2028 programme_floor.a_team_floor 80.09607495791388
 units.a_team_cultivation.training_place.step7.2028 objective 0
 units.a_team_cultivation.training_place.step7.2028 total_budget 85.91976801038047
 units.a_team_cultivation.training_place.step7.2028 programme_floor.a_team_floor 85.91976801038047
 units.a_team_cultivation.training_place.step8.2028 objective 0
 units.a_team_cultivation.training_place.step8.2028 total_budget 99.29605067716977
 units.a_team_cultivation.training_place.step8.2028 programme_floor.a_team_floor 99.29605067716977
 units.a_team_cultivation.training_place.step9.2028 objective 0
 units.a_team_cultivation.training_place.step9.2028 total_budget 133.6164497661635
 units.a_team_cultivation.training_place.step9.2028 programme_floor.a_team_floor 133.6164497661635
 units.a_team_cultivation.training_place.step10.2028 objective 0
 units.a_team_cultivation.training_place.step10.2028 total_budget 183.0384690244835
 units.a_team_cultivation.training_place.step10.2028 programme_floor.a_team_floor 183.0384690244835
 units.gpu_access.gpu_owned.step1.2025 objective 0
 units.gpu_access.gpu_owned.step1.2025 total_budget 174.3750871875145
 units.gpu_access.gpu_owned.step1.2025 year_budget.2025 174.3750871875145
 units.gpu_access.gpu_owned.step1.2025 capacity.gpu_year.2026 -1
 units.gpu_access.gpu_owned.step1.2025 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_owned.step1.2025 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_owned.step1.2025 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_owned.step1.2025 capacity.gpu_year.2030 -1
 units.gpu_access.gpu_owned.step1.2025 programme_floor.gpu_floor 174.3750871875145
 units.gpu_access.gpu_owned.step2.2025 objective 0
 units.gpu_access.gpu_owned.step2.2025 total_budget 174.46228927690382
 units.gpu_access.gpu_owned.step2.2025 year_budget.2025 174.46228927690382
 units.gpu_access.gpu_owned.step2.2025 capacity.gpu_year.2026 -1
 units.gpu_access.gpu_owned.step2.2025 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_owned.step2.2025 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_owned.step2.2025 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_owned.step2.2025 capacity.gpu_year.2030 -1
 units.gpu_access.gpu_owned.step2.2025 programme_floor.gpu_floor 174.46228927690382
 units.gpu_access.gpu_owned.step3.2025 objective 0
 units.gpu_access.gpu_owned.step3.2025 total_budget 175.3361130038237
 units.gpu_access.gpu_owned.step3.2025 year_budget.2025 175.3361130038237
 units.gpu_access.gpu_owned.step3.2025 capacity.gpu_year.2026 -1
 units.gpu_access.gpu_owned.step3.2025 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_owned.step3.2025 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_owned.step3.2025 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_owned.step3.2025 capacity.gpu_year.2030 -1
 units.gpu_access.gpu_owned.step3.2025 programme_floor.gpu_floor 175.3361130038237
 units.gpu_access.gpu_owned.step4.2025 objective 0
 units.gpu_access.gpu_owned.step4.2025 total_budget 177.07201477941157
 units.gpu_access.gpu_owned.step4.2025 year_budget.2025 177.07201477941157
 units.gpu_access.gpu_owned.step4.2025 capacity.gpu_year.2026 -1
 units.gpu_access.gpu_owned.step4.2025 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_owned.step4.2025 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_owned.step4.2025 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_owned.step4.2025 capacity.gpu_year.2030 -1
 units.gpu_access.gpu_owned.step4.2025 programme_floor.gpu_floor 177.07201477941157
 units.gpu_access.gpu_owned.step5.2025 objective 0
 units.gpu_access.gpu_owned.step5.2025 total_budget 179.71951227512938
 units.gpu_access.gpu_owned.step5.2025 year_budget.2025 179.71951227512938
 units.gpu_access.gpu_owned.step5.2025 capacity.gpu_year.2026 -1
 units.gpu_access.gpu_owned.step5.2025 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_owned.step5.2025 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_owned.step5.2025 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_owned.step5.2025 capacity.gpu_year.2030 -1
 units.gpu_access.gpu_owned.step5.2025 programme_floor.gpu_floor 179.71951227512938
 units.gpu_access.gpu_owned.step1.2026 objective 0
 units.gpu_access.gpu_owned.step1.2026 total_budget 174.71574174919633
 units.gpu_access.gpu_owned.step1.2026 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_owned.step1.2026 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_owned.step1.2026 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_owned.step1.2026 capacity.gpu_year.2030 -1
 units.gpu_access.gpu_owned.step1.2026 programme_floor.gpu_floor 174.71574174919633
 units.gpu_access.gpu_owned.step2.2026 objective 0
 units.gpu_access.gpu_owned.step2.2026 total_budget 175.0577137094978
 units.gpu_access.gpu_owned.step2.2026 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_owned.step2.2026 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_owned.step2.2026 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_owned.step2.2026 capacity.gpu_year.2030 -1
 units.gpu_access.gpu_owned.step2.2026 programme_floor.gpu_floor 175.0577137094978
 units.gpu_access.gpu_owned.step3.2026 objective 0
 units.gpu_access.gpu_owned.step3.2026 total_budget 175.05805590219452
 units.gpu_access.gpu_owned.step3.2026 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_owned.step3.2026 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_owned.step3.2026 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_owned.step3.2026 capacity.gpu_year.2030 -1
 units.gpu_access.gpu_owned.step3.2026 programme_floor.gpu_floor 175.05805590219452
 units.gpu_access.gpu_owned.step4.2026 objective 0
 units.gpu_access.gpu_owned.step4.2026 total_budget 175.05805657786743
 units.gpu_access.gpu_owned.step4.2026 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_owned.step4.2026 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_owned.step4.2026 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_owned.step4.2026 capacity.gpu_year.2030 -1
 units.gpu_access.gpu_owned.step4.2026 programme_floor.gpu_floor 175.05805657786743
 units.gpu_access.gpu_owned.step5.2026 objective 0
 units.gpu_access.gpu_owned.step5.2026 total_budget 175.0583987862624
 units.gpu_access.gpu_owned.step5.2026 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_owned.step5.2026 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_owned.step5.2026 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_owned.step5.2026 capacity.gpu_year.2030 -1
 units.gpu_access.gpu_owned.step5.2026 programme_floor.gpu_floor 175.0583987862624
 units.gpu_access.gpu_owned.step6.2026 objective 0
 units.gpu_access.gpu_owned.step6.2026 total_budget 175.59203508627652
 units.gpu_access.gpu_owned.step6.2026 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_owned.step6.2026 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_owned.step6.2026 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_owned.step6.2026 capacity.gpu_year.2030 -1
 units.gpu_access.gpu_owned.step6.2026 programme_floor.gpu_floor 175.59203508627652
 units.gpu_access.gpu_owned.step7.2026 objective 0
 units.gpu_access.gpu_owned.step7.2026 total_budget 177.07201477941157
 units.gpu_access.gpu_owned.step7.2026 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_owned.step7.2026 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_owned.step7.2026 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_owned.step7.2026 capacity.gpu_year.2030 -1
 units.gpu_access.gpu_owned.step7.2026 programme_floor.gpu_floor 177.07201477941157
 units.gpu_access.gpu_owned.step8.2026 objective 0
 units.gpu_access.gpu_owned.step8.2026 total_budget 179.71951227512938
 units.gpu_access.gpu_owned.step8.2026 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_owned.step8.2026 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_owned.step8.2026 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_owned.step8.2026 capacity.gpu_year.2030 -1
 units.gpu_access.gpu_owned.step8.2026 programme_floor.gpu_floor 179.71951227512938
 units.gpu_access.gpu_owned.step1.2027 objective 0
 units.gpu_access.gpu_owned.step1.2027 total_budget 174.3750871875145
 units.gpu_access.gpu_owned.step1.2027 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_owned.step1.2027 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_owned.step1.2027 capacity.gpu_year.2030 -1
 units.gpu_access.gpu_owned.step1.2027 programme_floor.gpu_floor 174.3750871875145
 units.gpu_access.gpu_owned.step2.2027 objective 0
 units.gpu_access.gpu_owned.step2.2027 total_budget 174.46228927690382
 units.gpu_access.gpu_owned.step2.2027 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_owned.step2.2027 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_owned.step2.2027 capacity.gpu_year.2030 -1
 units.gpu_access.gpu_owned.step2.2027 programme_floor.gpu_floor 174.46228927690382
 units.gpu_access.gpu_owned.step3.2027 objective 0
 units.gpu_access.gpu_owned.step3.2027 total_budget 175.3361130038237
 units.gpu_access.gpu_owned.step3.2027 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_owned.step3.2027 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_owned.step3.2027 capacity.gpu_year.2030 -1
 units.gpu_access.gpu_owned.step3.2027 programme_floor.gpu_floor 175.3361130038237
 units.gpu_access.gpu_owned.step4.2027 objective 0
 units.gpu_access.gpu_owned.step4.2027 total_budget 177.07201477941157
 units.gpu_access.gpu_owned.step4.2027 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_owned.step4.2027 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_owned.step4.2027 capacity.gpu_year.2030 -1
 units.gpu_access.gpu_owned.step4.2027 programme_floor.gpu_floor 177.07201477941157
 units.gpu_access.gpu_owned.step5.2027 objective 0
 units.gpu_access.gpu_owned.step5.2027 total_budget 179.71951227512938
 units.gpu_access.gpu_owned.step5.2027 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_owned.step5.2027 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_owned.step5.2027 capacity.gpu_year.2030 -1
 units.gpu_access.gpu_owned.step5.2027 programme_floor.gpu_floor 179.71951227512938
 units.gpu_access.gpu_owned.step1.2028 objective 0
 units.gpu_access.gpu_owned.step1.2028 total_budget 174.3750871875145
 units.gpu_access.gpu_owned.step1.2028 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_owned.step1.2028 capacity.gpu_year.2030 -1
 units.gpu_access.gpu_owned.step1.2028 programme_floor.gpu_floor 174.3750871875145
 units.gpu_access.gpu_owned.step2.2028 objective 0
 units.gpu_access.gpu_owned.step2.2028 total_budget 174.46228927690382
 units.gpu_access.gpu_owned.step2.2028 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_owned.step2.2028 capacity.gpu_year.2030 -1
 units.gpu_access.gpu_owned.step2.2028 programme_floor.gpu_floor 174.46228927690382
 units.gpu_access.gpu_owned.step3.2028 objective 0
 units.gpu_access.gpu_owned.step3.2028 total_budget 175.3361130038237
 units.gpu_access.gpu_owned.step3.2028 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_owned.step3.2028 capacity.gpu_year.2030 -1
 units.gpu_access.gpu_owned.step3.2028 programme_floor.gpu_floor 175.3361130038237
 units.gpu_access.gpu_owned.step4.2028 objective 0
 units.gpu_access.gpu_owned.step4.2028 total_budget 177.07201477941157
 units.gpu_access.gpu_owned.step4.2028 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_owned.step4.2028 capacity.gpu_year.2030 -1
 units.gpu_access.gpu_owned.step4.2028 programme_floor.gpu_floor 177.07201477941157
 units.gpu_access.gpu_owned.step5.2028 objective 0
 units.gpu_access.gpu_owned.step5.2028 total_budget 179.71951227512938
 units.gpu_access.gpu_owned.step5.2028 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_owned.step5.2028 capacity.gpu_year.2030 -1
 units.gpu_access.gpu_owned.step5.2028 programme_floor.gpu_floor 179.71951227512938
 units.gpu_access.gpu_rented.step1.2025 objective 0
 units.gpu_access.gpu_rented.step1.2025 total_budget 198.90528764617576
 units.gpu_access.gpu_rented.step1.2025 year_budget.2025 198.90528764617576
 units.gpu_access.gpu_rented.step1.2025 capacity.gpu_year.2025 -1
 units.gpu_access.gpu_rented.step1.2025 capacity.gpu_year.2026 -1
 units.gpu_access.gpu_rented.step1.2025 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_rented.step1.2025 programme_floor.gpu_floor 198.90528764617576
 units.gpu_access.gpu_rented.step2.2025 objective 0
 units.gpu_access.gpu_rented.step2.2025 total_budget 198.9105807676395
 units.gpu_access.gpu_rented.step2.2025 year_budget.2025 198.9105807676395
 units.gpu_access.gpu_rented.step2.2025 capacity.gpu_year.2025 -1
 units.gpu_access.gpu_rented.step2.2025 capacity.gpu_year.2026 -1
 units.gpu_access.gpu_rented.step2.2025 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_rented.step2.2025 programme_floor.gpu_floor 198.9105807676395
 units.gpu_access.gpu_rented.step3.2025 objective 0
 units.gpu_access.gpu_rented.step3.2025 total_budget 198.9105860624036
 units.gpu_access.gpu_rented.step3.2025 year_budget.2025 198.9105860624036
 units.gpu_access.gpu_rented.step3.2025 capacity.gpu_year.2025 -1
 units.gpu_access.gpu_rented.step3.2025 capacity.gpu_year.2026 -1
 units.gpu_access.gpu_rented.step3.2025 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_rented.step3.2025 programme_floor.gpu_floor 198.9105860624036
 units.gpu_access.gpu_rented.step4.2025 objective 0
 units.gpu_access.gpu_rented.step4.2025 total_budget 198.9105860624036
 units.gpu_access.gpu_rented.step4.2025 year_budget.2025 198.9105860624036
 units.gpu_access.gpu_rented.step4.2025 capacity.gpu_year.2025 -1
 units.gpu_access.gpu_rented.step4.2025 capacity.gpu_year.2026 -1
 units.gpu_access.gpu_rented.step4.2025 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_rented.step4.2025 programme_floor.gpu_floor 198.9105860624036
 units.gpu_access.gpu_rented.step5.2025 objective 0
 units.gpu_access.gpu_rented.step5.2025 total_budget 198.91059136458466
 units.gpu_access.gpu_rented.step5.2025 year_budget.2025 198.91059136458466
 units.gpu_access.gpu_rented.step5.2025 capacity.gpu_year.2025 -1
 units.gpu_access.gpu_rented.step5.2025 capacity.gpu_year.2026 -1
 units.gpu_access.gpu_rented.step5.2025 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_rented.step5.2025 programme_floor.gpu_floor 198.91059136458466
 units.gpu_access.gpu_rented.step6.2025 objective 0
 units.gpu_access.gpu_rented.step6.2025 total_budget 199.9014911394536
 units.gpu_access.gpu_rented.step6.2025 year_budget.2025 199.9014911394536
 units.gpu_access.gpu_rented.step6.2025 capacity.gpu_year.2025 -1
 units.gpu_access.gpu_rented.step6.2025 capacity.gpu_year.2026 -1
 units.gpu_access.gpu_rented.step6.2025 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_rented.step6.2025 programme_floor.gpu_floor 199.9014911394536
 units.gpu_access.gpu_rented.step7.2025 objective 0
 units.gpu_access.gpu_rented.step7.2025 total_budget 201.9763368580642
 units.gpu_access.gpu_rented.step7.2025 year_budget.2025 201.9763368580642
 units.gpu_access.gpu_rented.step7.2025 capacity.gpu_year.2025 -1
 units.gpu_access.gpu_rented.step7.2025 capacity.gpu_year.2026 -1
 units.gpu_access.gpu_rented.step7.2025 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_rented.step7.2025 programme_floor.gpu_floor 201.9763368580642
 units.gpu_access.gpu_rented.step8.2025 objective 0
 units.gpu_access.gpu_rented.step8.2025 total_budget 204.49641585874306
 units.gpu_access.gpu_rented.step8.2025 year_budget.2025 204.49641585874306
 units.gpu_access.gpu_rented.step8.2025 capacity.gpu_year.2025 -1
 units.gpu_access.gpu_rented.step8.2025 capacity.gpu_year.2026 -1
 units.gpu_access.gpu_rented.step8.2025 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_rented.step8.2025 programme_floor.gpu_floor 204.49641585874306
 units.gpu_access.gpu_rented.step1.2026 objective 0
 units.gpu_access.gpu_rented.step1.2026 total_budget 198.90009945001654
 units.gpu_access.gpu_rented.step1.2026 capacity.gpu_year.2026 -1
 units.gpu_access.gpu_rented.step1.2026 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_rented.step1.2026 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_rented.step1.2026 programme_floor.gpu_floor 198.90009945001654
 units.gpu_access.gpu_rented.step2.2026 objective 0
 units.gpu_access.gpu_rented.step2.2026 total_budget 198.99956609133284
 units.gpu_access.gpu_rented.step2.2026 capacity.gpu_year.2026 -1
 units.gpu_access.gpu_rented.step2.2026 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_rented.step2.2026 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_rented.step2.2026 programme_floor.gpu_floor 198.99956609133284
 units.gpu_access.gpu_rented.step3.2026 objective 0
 units.gpu_access.gpu_rented.step3.2026 total_budget 199.9962888972647
 units.gpu_access.gpu_rented.step3.2026 capacity.gpu_year.2026 -1
 units.gpu_access.gpu_rented.step3.2026 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_rented.step3.2026 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_rented.step3.2026 programme_floor.gpu_floor 199.9962888972647
 units.gpu_access.gpu_rented.step4.2026 objective 0
 units.gpu_access.gpu_rented.step4.2026 total_budget 201.9763368580642
 units.gpu_access.gpu_rented.step4.2026 capacity.gpu_year.2026 -1
 units.gpu_access.gpu_rented.step4.2026 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_rented.step4.2026 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_rented.step4.2026 programme_floor.gpu_floor 201.9763368580642
 units.gpu_access.gpu_rented.step5.2026 objective 0
 units.gpu_access.gpu_rented.step5.2026 total_budget 204.49641585874306
 units.gpu_access.gpu_rented.step5.2026 capacity.gpu_year.2026 -1
 units.gpu_access.gpu_rented.step5.2026 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_rented.step5.2026 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_rented.step5.2026 programme_floor.gpu_floor 204.49641585874306
 units.gpu_access.gpu_rented.step1.2027 objective 0
 units.gpu_access.gpu_rented.step1.2027 total_budget 198.90009945001654
 units.gpu_access.gpu_rented.step1.2027 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_rented.step1.2027 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_rented.step1.2027 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_rented.step1.2027 programme_floor.gpu_floor 198.90009945001654
 units.gpu_access.gpu_rented.step2.2027 objective 0
 units.gpu_access.gpu_rented.step2.2027 total_budget 198.99956609133284
 units.gpu_access.gpu_rented.step2.2027 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_rented.step2.2027 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_rented.step2.2027 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_rented.step2.2027 programme_floor.gpu_floor 198.99956609133284
 units.gpu_access.gpu_rented.step3.2027 objective 0
 units.gpu_access.gpu_rented.step3.2027 total_budget 199.9962888972647
 units.gpu_access.gpu_rented.step3.2027 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_rented.step3.2027 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_rented.step3.2027 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_rented.step3.2027 programme_floor.gpu_floor 199.9962888972647
 units.gpu_access.gpu_rented.step4.2027 objective 0
 units.gpu_access.gpu_rented.step4.2027 total_budget 201.9763368580642
 units.gpu_access.gpu_rented.step4.2027 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_rented.step4.2027 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_rented.step4.2027 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_rented.step4.2027 programme_floor.gpu_floor 201.9763368580642
 units.gpu_access.gpu_rented.step5.2027 objective 0
 units.gpu_access.gpu_rented.step5.2027 total_budget 204.49641585874306
 units.gpu_access.gpu_rented.step5.2027 capacity.gpu_year.2027 -1
 units.gpu_access.gpu_rented.step5.2027 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_rented.step5.2027 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_rented.step5.2027 programme_floor.gpu_floor 204.49641585874306
 units.gpu_access.gpu_rented.step1.2028 objective 0
 units.gpu_access.gpu_rented.step1.2028 total_budget 198.90009945001654
 units.gpu_access.gpu_rented.step1.2028 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_rented.step1.2028 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_rented.step1.2028 capacity.gpu_year.2030 -1
 units.gpu_access.gpu_rented.step1.2028 programme_floor.gpu_floor 198.90009945001654
 units.gpu_access.gpu_rented.step2.2028 objective 0
 units.gpu_access.gpu_rented.step2.2028 total_budget 198.99956609133284
 units.gpu_access.gpu_rented.step2.2028 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_rented.step2.2028 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_rented.step2.2028 capacity.gpu_year.2030 -1
 units.gpu_access.gpu_rented.step2.2028 programme_floor.gpu_floor 198.99956609133284
 units.gpu_access.gpu_rented.step3.2028 objective 0
 units.gpu_access.gpu_rented.step3.2028 total_budget 199.9962888972647
 units.gpu_access.gpu_rented.step3.2028 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_rented.step3.2028 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_rented.step3.2028 capacity.gpu_year.2030 -1
 units.gpu_access.gpu_rented.step3.2028 programme_floor.gpu_floor 199.9962888972647
 units.gpu_access.gpu_rented.step4.2028 objective 0
 units.gpu_access.gpu_rented.step4.2028 total_budget 201.9763368580642
 units.gpu_access.gpu_rented.step4.2028 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_rented.step4.2028 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_rented.step4.2028 capacity.gpu_year.2030 -1
 units.gpu_access.gpu_rented.step4.2028 programme_floor.gpu_floor 201.9763368580642
 units.gpu_access.gpu_rented.step5.2028 objective 0
 units.gpu_access.gpu_rented.step5.2028 total_budget 204.49641585874306
 units.gpu_access.gpu_rented.step5.2028 capacity.gpu_year.2028 -1
 units.gpu_access.gpu_rented.step5.2028 capacity.gpu_year.2029 -1
 units.gpu_access.gpu_rented.step5.2028 capacity.gpu_year.2030 -1
 units.gpu_access.gpu_rented.step5.2028 programme_floor.gpu_floor 204.49641585874306
 units.research_institutes.fellow_post.step1.2025 objective 0
 units.research_institutes.fellow_post.step1.2025 total_budget 450.0002250000374
 units.research_institutes.fellow_post.step1.2025 year_budget.2025 450.0002250000374
 units.research_institutes.fellow_post.step1.2025 capacity.fellow_post.2025 -1
 units.research_institutes.fellow_post.step1.2025 capacity.fellow_post.2026 -1
 units.research_institutes.fellow_post.step1.2025 capacity.fellow_post.2027 -1
 units.research_institutes.fellow_post.step1.2025 programme_floor.institute_floor 450.0002250000374
 units.research_institutes.fellow_post.step2.2025 objective 0
 units.research_institutes.fellow_post.step2.2025 total_budget 450.2252626500744
 units.research_institutes.fellow_post.step2.2025 year_budget.2025 450.2252626500744
 units.research_institutes.fellow_post.step2.2025 capacity.fellow_post.2025 -1
 units.research_institutes.fellow_post.step2.2025 capacity.fellow_post.2026 -1
 units.research_institutes.fellow_post.step2.2025 capacity.fellow_post.2027 -1
 units.research_institutes.fellow_post.step2.2025 programme_floor.institute_floor 450.2252626500744
 units.research_institutes.fellow_post.step3.2025 objective 0
 units.research_institutes.fellow_post.step3.2025 total_budget 452.48029162277084
 units.research_institutes.fellow_post.step3.2025 year_budget.2025 452.48029162277084
 units.research_institutes.fellow_post.step3.2025 capacity.fellow_post.2025 -1
 units.research_institutes.fellow_post.step3.2025 capacity.fellow_post.2026 -1
 units.research_institutes.fellow_post.step3.2025 capacity.fellow_post.2027 -1
 units.research_institutes.fellow_post.step3.2025 programme_floor.institute_floor 452.48029162277084
 units.research_institutes.fellow_post.step4.2025 objective 0
 units.research_institutes.fellow_post.step4.2025 total_budget 456.960038140417
 units.research_institutes.fellow_post.step4.2025 year_budget.2025 456.960038140417
 units.research_institutes.fellow_post.step4.2025 capacity.fellow_post.2025 -1
 units.research_institutes.fellow_post.step4.2025 capacity.fellow_post.2026 -1
 units.research_institutes.fellow_post.step4.2025 capacity.fellow_post.2027 -1
 units.research_institutes.fellow_post.step4.2025 programme_floor.institute_floor 456.960038140417
 units.research_institutes.fellow_post.step5.2025 objective 0
 units.research_institutes.fellow_post.step5.2025 total_budget 464.5260919859242
 units.research_institutes.fellow_post.step5.2025 year_budget.2025 464.5260919859242
 units.research_institutes.fellow_post.step5.2025 capacity.fellow_post.2025 -1
 units.research_institutes.fellow_post.step5.2025 capacity.fellow_post.2026 -1
 units.research_institutes.fellow_post.step5.2025 capacity.fellow_post.2027 -1
 units.research_institutes.fellow_post.step5.2025 programme_floor.institute_floor 464.5260919859242
 units.research_institutes.fellow_post.step6.2025 objective 0
 units.research_institutes.fellow_post.step6.2025 total_budget 480.57644974748325
 units.research_institutes.fellow_post.step6.2025 year_budget.2025 480.57644974748325
 units.research_institutes.fellow_post.step6.2025 capacity.fellow_post.2025 -1
 units.research_institutes.fellow_post.step6.2025 capacity.fellow_post.2026 -1
 units.research_institutes.fellow_post.step6.2025 capacity.fellow_post.2027 -1
 units.research_institutes.fellow_post.step6.2025 programme_floor.institute_floor 480.57644974748325
 units.research_institutes.fellow_post.step7.2025 objective 0
 units.research_institutes.fellow_post.step7.2025 total_budget 515.5186080622827
 units.research_institutes.fellow_post.step7.2025 year_budget.2025 515.5186080622827
 units.research_institutes.fellow_post.step7.2025 capacity.fellow_post.2025 -1
 units.research_institutes.fellow_post.step7.2025 capacity.fellow_post.2026 -1
 units.research_institutes.fellow_post.step7.2025 capacity.fellow_post.2027 -1
 units.research_institutes.fellow_post.step7.2025 programme_floor.institute_floor 515.5186080622827
 units.research_institutes.fellow_post.step8.2025 objective 0
 units.research_institutes.fellow_post.step8.2025 total_budget 563.5230071544783
 units.research_institutes.fellow_post.step8.2025 year_budget.2025 563.5230071544783
 units.research_institutes.fellow_post.step8.2025 capacity.fellow_post.2025 -1
 units.research_institutes.fellow_post.step8.2025 capacity.fellow_post.2026 -1
 units.research_institutes.fellow_post.step8.2025 capacity.fellow_post.2027 -1
 units.research_institutes.fellow_post.step8.2025 programme_floor.institute_floor 563.5230071544783
 units.research_institutes.fellow_post.step1.2026 objective 0
 units.research_institutes.fellow_post.step1.2026 total_budget 450.0002250000374
 units.research_institutes.fellow_post.step1.2026 capacity.fellow_post.2026 -1
 units.research_institutes.fellow_post.step1.2026 capacity.fellow_post.2027 -1
 units.research_institutes.fellow_post.step1.2026 capacity.fellow_post.2028 -1
 units.research_institutes.fellow_post.step1.2026 programme_floor.institute_floor 450.0002250000374
 units.research_institutes.fellow_post.step2.2026 objective 0
 units.research_institutes.fellow_post.step2.2026 total_budget 450.2252626500744
 units.research_institutes.fellow_post.step2.2026 capacity.fellow_post.2026 -1
 units.research_institutes.fellow_post.step2.2026 capacity.fellow_post.2027 -1
 units.research_institutes.fellow_post.step2.2026 capacity.fellow_post.2028 -1
 units.research_institutes.fellow_post.step2.2026 programme_floor.institute_floor 450.2252626500744
 units.research_institutes.fellow_post.step3.2026 objective 0
 units.research_institutes.fellow_post.step3.2026 total_budget 452.48029162277084
 units.research_institutes.fellow_post.step3.2026 capacity.fellow_post.2026 -1
 units.research_institutes.fellow_post.step3.2026 capacity.fellow_post.2027 -1
 units.research_institutes.fellow_post.step3.2026 capacity.fellow_post.2028 -1
 units.research_institutes.fellow_post.step3.2026 programme_floor.institute_floor 452.48029162277084
 units.research_institutes.fellow_post.step4.2026 objective 0
 units.research_institutes.fellow_post.step4.2026 total_budget 456.960038140417
 units.research_institutes.fellow_post.step4.2026 capacity.fellow_post.2026 -1
 units.research_institutes.fellow_post.step4.2026 capacity.fellow_post.2027 -1
 units.research_institutes.fellow_post.step4.2026 capacity.fellow_post.2028 -1
 units.research_institutes.fellow_post.step4.2026 programme_floor.institute_floor 456.960038140417
 units.research_institutes.fellow_post.step5.2026 objective 0
 units.research_institutes.fellow_post.step5.2026 total_budget 464.5260919859242
 units.research_institutes.fellow_post.step5.2026 capacity.fellow_post.2026 -1
 units.research_institutes.fellow_post.step5.2026 capacity.fellow_post.2027 -1
 units.research_institutes.fellow_post.step5.2026 capacity.fellow_post.2028 -1
 units.research_institutes.fellow_post.step5.2026 programme_floor.institute_floor 464.5260919859242
 units.research_institutes.fellow_post.step6.2026 objective 0
 units.research_institutes.fellow_post.step6.2026 total_budget 480.57644974748325
 units.research_institutes.fellow_post.step6.2026 capacity.fellow_post.2026 -1
 units.research_institutes.fellow_post.step6.2026 capacity.fellow_post.2027 -1
 units.research_institutes.fellow_post.step6.2026 capacity.fellow_post.2028 -1
 units.research_institutes.fellow_post.step6.2026 programme_floor.institute_floor 480.57644974748325
 units.research_institutes.fellow_post.step7.2026 objective 0
 units.research_institutes.fellow_post.step7.2026 total_budget 515.5186080622827
 units.research_institutes.fellow_post.step7.2026 capacity.fellow_post.2026 -1
 units.research_institutes.fellow_post.step7.2026 capacity.fellow_post.2027 -1
 units.research_institutes.fellow_post.step7.2026 capacity.fellow_post.2028 -1
 units.research_institutes.fellow_post.step7.2026 programme_floor.institute_floor 515.5186080622827
 units.research_institutes.fellow_post.step8.2026 objective 0
 units.research_institutes.fellow_post.step8.2026 total_budget 563.5230071544783
 units.research_institutes.fellow_post.step8.2026 capacity.fellow_post.2026 -1
 units.research_institutes.fellow_post.step8.2026 capacity.fellow_post.2027 -1
 units.research_institutes.fellow_post.step8.2026 capacity.fellow_post.2028 -1
 units.research_institutes.fellow_post.step8.2026 programme_floor.institute_floor 563.5230071544783
 units.research_institutes.fellow_post.step1.2027 objective 0
 units.research_institutes.fellow_post.step1.2027 total_budget 450.0002250000374
 units.research_institutes.fellow_post.step1.2027 capacity.fellow_post.2027 -1
 units.research_institutes.fellow_post.step1.2027 capacity.fellow_post.2028 -1
 units.research_institutes.fellow_post.step1.2027 capacity.fellow_post.2029 -1
 units.research_institutes.fellow_post.step1.2027 programme_floor.institute_floor 450.0002250000374
 units.research_institutes.fellow_post.step2.2027 objective 0
 units.research_institutes.fellow_post.step2.2027 total_budget 450.2252626500744
 units.research_institutes.fellow_post.step2.2027 capacity.fellow_post.2027 -1
 units.research_institutes.fellow_post.step2.2027 capacity.fellow_post.2028 -1
 units.research_institutes.fellow_post.step2.2027 capacity.fellow_post.2029 -1
 units.research_institutes.fellow_post.step2.2027 programme_floor.institute_floor 450.2252626500744
 units.research_institutes.fellow_post.step3.2027 objective 0
 units.research_institutes.fellow_post.step3.2027 total_budget 452.48029162277084
 units.research_institutes.fellow_post.step3.2027 capacity.fellow_post.2027 -1
 units.research_institutes.fellow_post.step3.2027 capacity.fellow_post.2028 -1
 units.research_institutes.fellow_post.step3.2027 capacity.fellow_post.2029 -1
 units.research_institutes.fellow_post.step3.2027 programme_floor.institute_floor 452.48029162277084
 units.research_institutes.fellow_post.step4.2027 objective 0
 units.research_institutes.fellow_post.step4.2027 total_budget 456.960038140417
 units.research_institutes.fellow_post.step4.2027 capacity.fellow_post.2027 -1
 units.research_institutes.fellow_post.step4.2027 capacity.fellow_post.2028 -1
 units.research_institutes.fellow_post.step4.2027 capacity.fellow_post.2029 -1
 units.research_institutes.fellow_post.step4.2027 programme_floor.institute_floor 456.960038140417
 units.research_institutes.fellow_post.step5.2027 objective 0
 units.research_institutes.fellow_post.step5.2027 total_budget 464.5260919859242
 units.research_institutes.fellow_post.step5.2027 capacity.fellow_post.2027 -1
 units.research_institutes.fellow_post.step5.2027 capacity.fellow_post.2028 -1
 units.research_institutes.fellow_post.step5.2027 capacity.fellow_post.2029 -1
 units.research_institutes.fellow_post.step5.2027 programme_floor.institute_floor 464.5260919859242
 units.research_institutes.fellow_post.step6.2027 objective 0
 units.research_institutes.fellow_post.step6.2027 total_budget 480.57644974748325
 units.research_institutes.fellow_post.step6.2027 capacity.fellow_post.2027 -1
 units.research_institutes.fellow_post.step6.2027 capacity.fellow_post.2028 -1
 units.research_institutes.fellow_post.step6.2027 capacity.fellow_post.2029 -1
 units.research_institutes.fellow_post.step6.2027 programme_floor.institute_floor 480.57644974748325
 units.research_institutes.fellow_post.step7.2027 objective 0
 units.research_institutes.fellow_post.step7.2027 total_budget 515.5186080622827
 units.research_institutes.fellow_post.step7.2027 capacity.fellow_post.2027 -1
 units.research_institutes.fellow_post.step7.2027 capacity.fellow_post.2028 -1
 units.research_institutes.fellow_post.step7.2027 capacity.fellow_post.2029 -1
 units.research_institutes.fellow_post.step7.2027 programme_floor.institute_floor 515.5186080622827
 units.research_institutes.fellow_post.step8.2027 objective 0
 units.research_institutes.fellow_post.step8.2027 total_budget 563.5230071544783
 units.research_institutes.fellow_post.step8.2027 capacity.fellow_post.2027 -1
 units.research_institutes.fellow_post.step8.2027 capacity.fellow_post.2028 -1
 units.research_institutes.fellow_post.step8.2027 capacity.fellow_post.2029 -1
 units.research_institutes.fellow_post.step8.2027 programme_floor.institute_floor 563.5230071544783
 units.research_institutes.fellow_post.step1.2028 objective 0
 units.research_institutes.fellow_post.step1.2028 total_budget 450.0002250000374
 units.research_institutes.fellow_post.step1.2028 capacity.fellow_post.2028 -1
 units.research_institutes.fellow_post.step1.2028 capacity.fellow_post.2029 -1
 units.research_institutes.fellow_post.step1.2028 capacity.fellow_post.2030 -1
 units.research_institutes.fellow_post.step1.2028 programme_floor.institute_floor 450.0002250000374
 units.research_institutes.fellow_post.step2.2028 objective 0
 units.research_institutes.fellow_post.step2.2028 total_budget 450.2252626500744
 units.research_institutes.fellow_post.step2.2028 capacity.fellow_post.2028 -1
 units.research_institutes.fellow_post.step2.2028 capacity.fellow_post.2029 -1
 units.research_institutes.fellow_post.step2.2028 capacity.fellow_post.2030 -1
 units.research_institutes.fellow_post.step2.2028 programme_floor.institute_floor 450.2252626500744
 units.research_institutes.fellow_post.step3.2028 objective 0
 units.research_institutes.fellow_post.step3.2028 total_budget 452.48029162277084
 units.research_institutes.fellow_post.step3.2028 capacity.fellow_post.2028 -1
 units.research_institutes.fellow_post.step3.2028 capacity.fellow_post.2029 -1
 units.research_institutes.fellow_post.step3.2028 capacity.fellow_post.2030 -1
 units.research_institutes.fellow_post.step3.2028 programme_floor.institute_floor 452.48029162277084
 units.research_institutes.fellow_post.step4.2028 objective 0
 units.research_institutes.fellow_post.step4.2028 total_budget 456.960038140417
 units.research_institutes.fellow_post.step4.2028 capacity.fellow_post.2028 -1
 units.research_institutes.fellow_post.step4.2028 capacity.fellow_post.2029 -1
 units.research_institutes.fellow_post.step4.2028 capacity.fellow_post.2030 -1
 units.research_institutes.fellow_post.step4.2028 programme_floor.institute_floor 456.960038140417
 units.research_institutes.fellow_post.step5.2028 objective 0
 units.research_institutes.fellow_post.step5.2028 total_budget 464.5260919859242
 units.research_institutes.fellow_post.step5.2028 capacity.fellow_post.2028 -1
 units.research_institutes.fellow_post.step5.2028 capacity.fellow_post.2029 -1
 units.research_institutes.fellow_post.step5.2028 capacity.fellow_post.2030 -1
 units.research_institutes.fellow_post.step5.2028 programme_floor.institute_floor 464.5260919859242
 units.research_institutes.fellow_post.step6.2028 objective 0
 units.research_institutes.fellow_post.step6.2028 total_budget 480.57644974748325
 units.research_institutes.fellow_post.step6.2028 capacity.fellow_post.2028 -1
 units.research_institutes.fellow_post.step6.2028 capacity.fellow_post.2029 -1
 units.research_institutes.fellow_post.step6.2028 capacity.fellow_post.2030 -1
 units.research_institutes.fellow_post.step6.2028 programme_floor.institute_floor 480.57644974748325
 units.research_institutes.fellow_post.step7.2028 objective 0
 units.research_institutes.fellow_post.step7.2028 total_budget 515.5186080622827
 units.research_institutes.fellow_post.step7.2028 capacity.fellow_post.2028 -1
 units.research_institutes.fellow_post.step7.2028 capacity.fellow_post.2029 -1
 units.research_institutes.fellow_post.step7.2028 capacity.fellow_post.2030 -1
 units.research_institutes.fellow_post.step7.2028 programme_floor.institute_floor 515.5186080622827
 units.research_institutes.fellow_post.step8.2028 objective 0
 units.research_institutes.fellow_post.step8.2028 total_budget 563.5230071544783
 units.research_institutes.fellow_post.step8.2028 capacity.fellow_post.2028 -1
 units.research_institutes.fellow_post.step8.2028 capacity.fellow_post.2029 -1
 units.research_institutes.fellow_post.step8.2028 capacity.fellow_post.2030 -1
 units.research_institutes.fellow_post.step8.2028 programme_floor.institute_floor 563.5230071544783
 units.research_institutes.senior_post.step1.2025 objective 0
 units.research_institutes.senior_post.step1.2025 total_budget 1201.0379533339192
 units.research_institutes.senior_post.step1.2025 year_budget.2025 1201.0379533339192
 units.research_institutes.senior_post.step1.2025 capacity.senior_post.2025 -1
 units.research_institutes.senior_post.step1.2025 capacity.senior_post.2026 -1
 units.research_institutes.senior_post.step1.2025 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step1.2025 programme_floor.institute_floor 1201.0379533339192
 units.research_institutes.senior_post.step2.2025 objective 0
 units.research_institutes.senior_post.step2.2025 total_budget 1202.0781435159001
 units.research_institutes.senior_post.step2.2025 year_budget.2025 1202.0781435159001
 units.research_institutes.senior_post.step2.2025 capacity.senior_post.2025 -1
 units.research_institutes.senior_post.step2.2025 capacity.senior_post.2026 -1
 units.research_institutes.senior_post.step2.2025 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step2.2025 programme_floor.institute_floor 1202.0781435159001
 units.research_institutes.senior_post.step3.2025 objective 0
 units.research_institutes.senior_post.step3.2025 total_budget 1202.0791839487415
 units.research_institutes.senior_post.step3.2025 year_budget.2025 1202.0791839487415
 units.research_institutes.senior_post.step3.2025 capacity.senior_post.2025 -1
 units.research_institutes.senior_post.step3.2025 capacity.senior_post.2026 -1
 units.research_institutes.senior_post.step3.2025 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step3.2025 programme_floor.institute_floor 1202.0791839487415
 units.research_institutes.senior_post.step4.2025 objective 0
 units.research_institutes.senior_post.step4.2025 total_budget 1202.079186120701
 units.research_institutes.senior_post.step4.2025 year_budget.2025 1202.079186120701
 units.research_institutes.senior_post.step4.2025 capacity.senior_post.2025 -1
 units.research_institutes.senior_post.step4.2025 capacity.senior_post.2026 -1
 units.research_institutes.senior_post.step4.2025 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step4.2025 programme_floor.institute_floor 1202.079186120701
 units.research_institutes.senior_post.step5.2025 objective 0
 units.research_institutes.senior_post.step5.2025 total_budget 1202.0802265824113
 units.research_institutes.senior_post.step5.2025 year_budget.2025 1202.0802265824113
 units.research_institutes.senior_post.step5.2025 capacity.senior_post.2025 -1
 units.research_institutes.senior_post.step5.2025 capacity.senior_post.2026 -1
 units.research_institutes.senior_post.step5.2025 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step5.2025 programme_floor.institute_floor 1202.0802265824113
 units.research_institutes.senior_post.step6.2025 objective 0
 units.research_institutes.senior_post.step6.2025 total_budget 1207.056983801738
 units.research_institutes.senior_post.step6.2025 year_budget.2025 1207.056983801738
 units.research_institutes.senior_post.step6.2025 capacity.senior_post.2025 -1
 units.research_institutes.senior_post.step6.2025 capacity.senior_post.2026 -1
 units.research_institutes.senior_post.step6.2025 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step6.2025 programme_floor.institute_floor 1207.056983801738
 units.research_institutes.senior_post.step7.2025 objective 0
 units.research_institutes.senior_post.step7.2025 total_budget 1218.5601017077786
 units.research_institutes.senior_post.step7.2025 year_budget.2025 1218.5601017077786
 units.research_institutes.senior_post.step7.2025 capacity.senior_post.2025 -1
 units.research_institutes.senior_post.step7.2025 capacity.senior_post.2026 -1
 units.research_institutes.senior_post.step7.2025 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step7.2025 programme_floor.institute_floor 1218.5601017077786
 units.research_institutes.senior_post.step8.2025 objective 0
 units.research_institutes.senior_post.step8.2025 total_budget 1238.7362452957977
 units.research_institutes.senior_post.step8.2025 year_budget.2025 1238.7362452957977
 units.research_institutes.senior_post.step8.2025 capacity.senior_post.2025 -1
 units.research_institutes.senior_post.step8.2025 capacity.senior_post.2026 -1
 units.research_institutes.senior_post.step8.2025 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step8.2025 programme_floor.institute_floor 1238.7362452957977
 units.research_institutes.senior_post.step9.2025 objective 0
 units.research_institutes.senior_post.step9.2025 total_budget 1281.5371993266224
 units.research_institutes.senior_post.step9.2025 year_budget.2025 1281.5371993266224
 units.research_institutes.senior_post.step9.2025 capacity.senior_post.2025 -1
 units.research_institutes.senior_post.step9.2025 capacity.senior_post.2026 -1
 units.research_institutes.senior_post.step9.2025 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step9.2025 programme_floor.institute_floor 1281.5371993266224
 units.research_institutes.senior_post.step10.2025 objective 0
 units.research_institutes.senior_post.step10.2025 total_budget 1374.716288166087
 units.research_institutes.senior_post.step10.2025 year_budget.2025 1374.716288166087
 units.research_institutes.senior_post.step10.2025 capacity.senior_post.2025 -1
 units.research_institutes.senior_post.step10.2025 capacity.senior_post.2026 -1
 units.research_institutes.senior_post.step10.2025 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step10.2025 programme_floor.institute_floor 1374.716288166087
 units.research_institutes.senior_post.step11.2025 objective 0
 units.research_institutes.senior_post.step11.2025 total_budget 1588.7368108347173
 units.research_institutes.senior_post.step11.2025 year_budget.2025 1588.7368108347173
 units.research_institutes.senior_post.step11.2025 capacity.senior_post.2025 -1
 units.research_institutes.senior_post.step11.2025 capacity.senior_post.2026 -1
 units.research_institutes.senior_post.step11.2025 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step11.2025 programme_floor.institute_floor 1588.7368108347173
 units.research_institutes.senior_post.step12.2025 objective 0
 units.research_institutes.senior_post.step12.2025 total_budget 2100.0503893022487
 units.research_institutes.senior_post.step12.2025 year_budget.2025 2100.0503893022487
 units.research_institutes.senior_post.step12.2025 capacity.senior_post.2025 -1
 units.research_institutes.senior_post.step12.2025 capacity.senior_post.2026 -1
 units.research_institutes.senior_post.step12.2025 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step12.2025 programme_floor.institute_floor 2100.0503893022487
 units.research_institutes.senior_post.step1.2026 objective 0
 units.research_institutes.senior_post.step1.2026 total_budget 1206.0099999833333
 units.research_institutes.senior_post.step1.2026 capacity.senior_post.2026 -1
 units.research_institutes.senior_post.step1.2026 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step1.2026 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step1.2026 programme_floor.institute_floor 1206.0099999833333
 units.research_institutes.senior_post.step2.2026 objective 0
 units.research_institutes.senior_post.step2.2026 total_budget 1218.5601017077786
 units.research_institutes.senior_post.step2.2026 capacity.senior_post.2026 -1
 units.research_institutes.senior_post.step2.2026 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step2.2026 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step2.2026 programme_floor.institute_floor 1218.5601017077786
 units.research_institutes.senior_post.step3.2026 objective 0
 units.research_institutes.senior_post.step3.2026 total_budget 1238.7362452957977
 units.research_institutes.senior_post.step3.2026 capacity.senior_post.2026 -1
 units.research_institutes.senior_post.step3.2026 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step3.2026 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step3.2026 programme_floor.institute_floor 1238.7362452957977
 units.research_institutes.senior_post.step4.2026 objective 0
 units.research_institutes.senior_post.step4.2026 total_budget 1274.704770098788
 units.research_institutes.senior_post.step4.2026 capacity.senior_post.2026 -1
 units.research_institutes.senior_post.step4.2026 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step4.2026 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step4.2026 programme_floor.institute_floor 1274.704770098788
 units.research_institutes.senior_post.step5.2026 objective 0
 units.research_institutes.senior_post.step5.2026 total_budget 1297.415967779115
 units.research_institutes.senior_post.step5.2026 capacity.senior_post.2026 -1
 units.research_institutes.senior_post.step5.2026 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step5.2026 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step5.2026 programme_floor.institute_floor 1297.415967779115
 units.research_institutes.senior_post.step6.2026 objective 0
 units.research_institutes.senior_post.step6.2026 total_budget 1297.4666280199078
 units.research_institutes.senior_post.step6.2026 capacity.senior_post.2026 -1
 units.research_institutes.senior_post.step6.2026 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step6.2026 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step6.2026 programme_floor.institute_floor 1297.4666280199078
 units.research_institutes.senior_post.step7.2026 objective 0
 units.research_institutes.senior_post.step7.2026 total_budget 1297.4667295353483
 units.research_institutes.senior_post.step7.2026 capacity.senior_post.2026 -1
 units.research_institutes.senior_post.step7.2026 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step7.2026 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step7.2026 programme_floor.institute_floor 1297.4667295353483
 units.research_institutes.senior_post.step8.2026 objective 0
 units.research_institutes.senior_post.step8.2026 total_budget 1297.5173909956873
 units.research_institutes.senior_post.step8.2026 capacity.senior_post.2026 -1
 units.research_institutes.senior_post.step8.2026 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step8.2026 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step8.2026 programme_floor.institute_floor 1297.5173909956873
 units.research_institutes.senior_post.step9.2026 objective 0
 units.research_institutes.senior_post.step9.2026 total_budget 1304.4624080514243
 units.research_institutes.senior_post.step9.2026 capacity.senior_post.2026 -1
 units.research_institutes.senior_post.step9.2026 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step9.2026 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step9.2026 programme_floor.institute_floor 1304.4624080514243
 units.research_institutes.senior_post.step10.2026 objective 0
 units.research_institutes.senior_post.step10.2026 total_budget 1374.716288166087
 units.research_institutes.senior_post.step10.2026 capacity.senior_post.2026 -1
 units.research_institutes.senior_post.step10.2026 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step10.2026 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step10.2026 programme_floor.institute_floor 1374.716288166087
 units.research_institutes.senior_post.step11.2026 objective 0
 units.research_institutes.senior_post.step11.2026 total_budget 1588.7368108347173
 units.research_institutes.senior_post.step11.2026 capacity.senior_post.2026 -1
 units.research_institutes.senior_post.step11.2026 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step11.2026 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step11.2026 programme_floor.institute_floor 1588.7368108347173
 units.research_institutes.senior_post.step12.2026 objective 0
 units.research_institutes.senior_post.step12.2026 total_budget 2100.0503893022487
 units.research_institutes.senior_post.step12.2026 capacity.senior_post.2026 -1
 units.research_institutes.senior_post.step12.2026 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step12.2026 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step12.2026 programme_floor.institute_floor 2100.0503893022487
 units.research_institutes.senior_post.step1.2027 objective 0
 units.research_institutes.senior_post.step1.2027 total_budget 1206.0099999833333
 units.research_institutes.senior_post.step1.2027 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step1.2027 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step1.2027 capacity.senior_post.2029 -1
 units.research_institutes.senior_post.step1.2027 programme_floor.institute_floor 1206.0099999833333
 units.research_institutes.senior_post.step2.2027 objective 0
 units.research_institutes.senior_post.step2.2027 total_budget 1218.5601017077786
 units.research_institutes.senior_post.step2.2027 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step2.2027 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step2.2027 capacity.senior_post.2029 -1
 units.research_institutes.senior_post.step2.2027 programme_floor.institute_floor 1218.5601017077786
 units.research_institutes.senior_post.step3.2027 objective 0
 units.research_institutes.senior_post.step3.2027 total_budget 1232.4336484321661
 units.research_institutes.senior_post.step3.2027 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step3.2027 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step3.2027 capacity.senior_post.2029 -1
 units.research_institutes.senior_post.step3.2027 programme_floor.institute_floor 1232.4336484321661
 units.research_institutes.senior_post.step4.2027 objective 0
 units.research_institutes.senior_post.step4.2027 total_budget 1239.8395168503266
 units.research_institutes.senior_post.step4.2027 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step4.2027 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step4.2027 capacity.senior_post.2029 -1
 units.research_institutes.senior_post.step4.2027 programme_floor.institute_floor 1239.8395168503266
 units.research_institutes.senior_post.step5.2027 objective 0
 units.research_institutes.senior_post.step5.2027 total_budget 1239.8597738619137
 units.research_institutes.senior_post.step5.2027 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step5.2027 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step5.2027 capacity.senior_post.2029 -1
 units.research_institutes.senior_post.step5.2027 programme_floor.institute_floor 1239.8597738619137
 units.research_institutes.senior_post.step6.2027 objective 0
 units.research_institutes.senior_post.step6.2027 total_budget 1239.859814339841
 units.research_institutes.senior_post.step6.2027 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step6.2027 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step6.2027 capacity.senior_post.2029 -1
 units.research_institutes.senior_post.step6.2027 programme_floor.institute_floor 1239.859814339841
 units.research_institutes.senior_post.step7.2027 objective 0
 units.research_institutes.senior_post.step7.2027 total_budget 1239.8800719503001
 units.research_institutes.senior_post.step7.2027 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step7.2027 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step7.2027 capacity.senior_post.2029 -1
 units.research_institutes.senior_post.step7.2027 programme_floor.institute_floor 1239.8800719503001
 units.research_institutes.senior_post.step8.2027 objective 0
 units.research_institutes.senior_post.step8.2027 total_budget 1246.2131209035747
 units.research_institutes.senior_post.step8.2027 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step8.2027 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step8.2027 capacity.senior_post.2029 -1
 units.research_institutes.senior_post.step8.2027 programme_floor.institute_floor 1246.2131209035747
 units.research_institutes.senior_post.step9.2027 objective 0
 units.research_institutes.senior_post.step9.2027 total_budget 1281.5371993266224
 units.research_institutes.senior_post.step9.2027 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step9.2027 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step9.2027 capacity.senior_post.2029 -1
 units.research_institutes.senior_post.step9.2027 programme_floor.institute_floor 1281.5371993266224
 units.research_institutes.senior_post.step10.2027 objective 0
 units.research_institutes.senior_post.step10.2027 total_budget 1374.716288166087
 units.research_institutes.senior_post.step10.2027 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step10.2027 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step10.2027 capacity.senior_post.2029 -1
 units.research_institutes.senior_post.step10.2027 programme_floor.institute_floor 1374.716288166087
 units.research_institutes.senior_post.step11.2027 objective 0
 units.research_institutes.senior_post.step11.2027 total_budget 1588.7368108347173
 units.research_institutes.senior_post.step11.2027 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step11.2027 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step11.2027 capacity.senior_post.2029 -1
 units.research_institutes.senior_post.step11.2027 programme_floor.institute_floor 1588.7368108347173
 units.research_institutes.senior_post.step12.2027 objective 0
 units.research_institutes.senior_post.step12.2027 total_budget 2100.0503893022487
 units.research_institutes.senior_post.step12.2027 capacity.senior_post.2027 -1
 units.research_institutes.senior_post.step12.2027 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step12.2027 capacity.senior_post.2029 -1
 units.research_institutes.senior_post.step12.2027 programme_floor.institute_floor 2100.0503893022487
 units.research_institutes.senior_post.step1.2028 objective 0
 units.research_institutes.senior_post.step1.2028 total_budget 1200.0006000001
 units.research_institutes.senior_post.step1.2028 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step1.2028 capacity.senior_post.2029 -1
 units.research_institutes.senior_post.step1.2028 capacity.senior_post.2030 -1
 units.research_institutes.senior_post.step1.2028 programme_floor.institute_floor 1200.0006000001
 units.research_institutes.senior_post.step2.2028 objective 0
 units.research_institutes.senior_post.step2.2028 total_budget 1200.600700400198
 units.research_institutes.senior_post.step2.2028 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step2.2028 capacity.senior_post.2029 -1
 units.research_institutes.senior_post.step2.2028 capacity.senior_post.2030 -1
 units.research_institutes.senior_post.step2.2028 programme_floor.institute_floor 1200.600700400198
 units.research_institutes.senior_post.step3.2028 objective 0
 units.research_institutes.senior_post.step3.2028 total_budget 1206.6141109940556
 units.research_institutes.senior_post.step3.2028 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step3.2028 capacity.senior_post.2029 -1
 units.research_institutes.senior_post.step3.2028 capacity.senior_post.2030 -1
 units.research_institutes.senior_post.step3.2028 programme_floor.institute_floor 1206.6141109940556
 units.research_institutes.senior_post.step4.2028 objective 0
 units.research_institutes.senior_post.step4.2028 total_budget 1218.5601017077786
 units.research_institutes.senior_post.step4.2028 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step4.2028 capacity.senior_post.2029 -1
 units.research_institutes.senior_post.step4.2028 capacity.senior_post.2030 -1
 units.research_institutes.senior_post.step4.2028 programme_floor.institute_floor 1218.5601017077786
 units.research_institutes.senior_post.step5.2028 objective 0
 units.research_institutes.senior_post.step5.2028 total_budget 1238.7362452957977
 units.research_institutes.senior_post.step5.2028 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step5.2028 capacity.senior_post.2029 -1
 units.research_institutes.senior_post.step5.2028 capacity.senior_post.2030 -1
 units.research_institutes.senior_post.step5.2028 programme_floor.institute_floor 1238.7362452957977
 units.research_institutes.senior_post.step6.2028 objective 0
 units.research_institutes.senior_post.step6.2028 total_budget 1281.5371993266224
 units.research_institutes.senior_post.step6.2028 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step6.2028 capacity.senior_post.2029 -1
 units.research_institutes.senior_post.step6.2028 capacity.senior_post.2030 -1
 units.research_institutes.senior_post.step6.2028 programme_floor.institute_floor 1281.5371993266224
 units.research_institutes.senior_post.step7.2028 objective 0
 units.research_institutes.senior_post.step7.2028 total_budget 1374.716288166087
 units.research_institutes.senior_post.step7.2028 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step7.2028 capacity.senior_post.2029 -1
 units.research_institutes.senior_post.step7.2028 capacity.senior_post.2030 -1
 units.research_institutes.senior_post.step7.2028 programme_floor.institute_floor 1374.716288166087
 units.research_institutes.senior_post.step8.2028 objective 0
 units.research_institutes.senior_post.step8.2028 total_budget 1588.7368108347173
 units.research_institutes.senior_post.step8.2028 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step8.2028 capacity.senior_post.2029 -1
 units.research_institutes.senior_post.step8.2028 capacity.senior_post.2030 -1
 units.research_institutes.senior_post.step8.2028 programme_floor.institute_floor 1588.7368108347173
 units.research_institutes.senior_post.step9.2028 objective 0
 units.research_institutes.senior_post.step9.2028 total_budget 2100.0503893022487
 units.research_institutes.senior_post.step9.2028 capacity.senior_post.2028 -1
 units.research_institutes.senior_post.step9.2028 capacity.senior_post.2029 -1
 units.research_institutes.senior_post.step9.2028 capacity.senior_post.2030 -1
 units.research_institutes.senior_post.step9.2028 programme_floor.institute_floor 2100.0503893022487
 units.visa_fast_track.visa_case.step1.2025 objective 0
 units.visa_fast_track.visa_case.step1.2025 total_budget 15.075124999791665
 units.visa_fast_track.visa_case.step1.2025 year_budget.2025 15.075124999791665
 units.visa_fast_track.visa_case.step1.2025 capacity.visa_case.2025 -1
 units.visa_fast_track.visa_case.step1.2025 programme_floor.visa_floor 15.075124999791665
 units.visa_fast_track.visa_case.step2.2025 objective 0
 units.visa_fast_track.visa_case.step2.2025 total_budget 15.232001271347233
 units.visa_fast_track.visa_case.step2.2025 year_budget.2025 15.232001271347233
 units.visa_fast_track.visa_case.step2.2025 capacity.visa_case.2025 -1
 units.visa_fast_track.visa_case.step2.2025 programme_floor.visa_floor 15.232001271347233
 units.visa_fast_track.visa_case.step3.2025 objective 0
 units.visa_fast_track.visa_case.step3.2025 total_budget 15.484203066197473
 units.visa_fast_track.visa_case.step3.2025 year_budget.2025 15.484203066197473
 units.visa_fast_track.visa_case.step3.2025 capacity.visa_case.2025 -1
 units.visa_fast_track.visa_case.step3.2025 programme_floor.visa_floor 15.484203066197473
 units.visa_fast_track.visa_case.step4.2025 objective 0
 units.visa_fast_track.visa_case.step4.2025 total_budget 16.019214991582775
 units.visa_fast_track.visa_case.step4.2025 year_budget.2025 16.019214991582775
 units.visa_fast_track.visa_case.step4.2025 capacity.visa_case.2025 -1
 units.visa_fast_track.visa_case.step4.2025 programme_floor.visa_floor 16.019214991582775
 units.visa_fast_track.visa_case.step5.2025 objective 0
 units.visa_fast_track.visa_case.step5.2025 total_budget 17.183953602076087
 units.visa_fast_track.visa_case.step5.2025 year_budget.2025 17.183953602076087
 units.visa_fast_track.visa_case.step5.2025 capacity.visa_case.2025 -1
 units.visa_fast_track.visa_case.step5.2025 programme_floor.visa_floor 17.183953602076087
 units.visa_fast_track.visa_case.step6.2025 objective 0
 units.visa_fast_track.visa_case.step6.2025 total_budget 19.859210135433965
 units.visa_fast_track.visa_case.step6.2025 year_budget.2025 19.859210135433965
 units.visa_fast_track.visa_case.step6.2025 capacity.visa_case.2025 -1
 units.visa_fast_track.visa_case.step6.2025 programme_floor.visa_floor 19.859210135433965
 units.visa_fast_track.visa_case.step7.2025 objective 0
 units.visa_fast_track.visa_case.step7.2025 total_budget 26.723289953232705
 units.visa_fast_track.visa_case.step7.2025 year_budget.2025 26.723289953232705
 units.visa_fast_track.visa_case.step7.2025 capacity.visa_case.2025 -1
 units.visa_fast_track.visa_case.step7.2025 programme_floor.visa_floor 26.723289953232705
 units.visa_fast_track.visa_case.step8.2025 objective 0
 units.visa_fast_track.visa_case.step8.2025 total_budget 33.71837670428603
 units.visa_fast_track.visa_case.step8.2025 year_budget.2025 33.71837670428603
 units.visa_fast_track.visa_case.step8.2025 capacity.visa_case.2025 -1
 units.visa_fast_track.visa_case.step8.2025 programme_floor.visa_floor 33.71837670428603
 units.visa_fast_track.visa_case.step9.2025 objective 0
 units.visa_fast_track.visa_case.step9.2025 total_budget 34.48267256051933
 units.visa_fast_track.visa_case.step9.2025 year_budget.2025 34.48267256051933
 units.visa_fast_track.visa_case.step9.2025 capacity.visa_case.2025 -1
 units.visa_fast_track.visa_case.step9.2025 programme_floor.visa_floor 34.48267256051933
 units.visa_fast_track.visa_case.step10.2025 objective 0
 units.visa_fast_track.visa_case.step10.2025 total_budget 34.49703554430933
 units.visa_fast_track.visa_case.step10.2025 year_budget.2025 34.49703554430933
 units.visa_fast_track.visa_case.step10.2025 capacity.visa_case.2025 -1
 units.visa_fast_track.visa_case.step10.2025 programme_floor.visa_floor 34.49703554430933
 units.visa_fast_track.visa_case.step11.2025 objective 0
 units.visa_fast_track.visa_case.step11.2025 total_budget 34.49706426082089
 units.visa_fast_track.visa_case.step11.2025 year_budget.2025 34.49706426082089
 units.visa_fast_track.visa_case.step11.2025 capacity.visa_case.2025 -1
 units.visa_fast_track.visa_case.step11.2025 programme_floor.visa_floor 34.49706426082089
 units.visa_fast_track.visa_case.step12.2025 objective 0
 units.visa_fast_track.visa_case.step12.2025 total_budget 34.51143124810042
 units.visa_fast_track.visa_case.step12.2025 year_budget.2025 34.51143124810042
 units.visa_fast_track.visa_case.step12.2025 capacity.visa_case.2025 -1
 units.visa_fast_track.visa_case.step12.2025 programme_floor.visa_floor 34.51143124810042
 units.visa_fast_track.visa_case.step13.2025 objective 0
 units.visa_fast_track.visa_case.step13.2025 total_budget 50.12154163523075
 units.visa_fast_track.visa_case.step13.2025 year_budget.2025 50.12154163523075
 units.visa_fast_track.visa_case.step13.2025 capacity.visa_case.2025 -1
 units.visa_fast_track.visa_case.step13.2025 programme_floor.visa_floor 50.12154163523075
 units.visa_fast_track.visa_case.step14.2025 objective 0
 units.visa_fast_track.visa_case.step14.2025 total_budget 162.31354976608384
 units.visa_fast_track.visa_case.step14.2025 year_budget.2025 162.31354976608384
 units.visa_fast_track.visa_case.step14.2025 capacity.visa_case.2025 -1
 units.visa_fast_track.visa_case.step14.2025 programme_floor.visa_floor 162.31354976608384
 units.visa_fast_track.visa_case.step15.2025 objective 0
 units.visa_fast_track.visa_case.step15.2025 total_budget 1636.5669897562968
 units.visa_fast_track.visa_case.step15.2025 year_budget.2025 1636.5669897562968
 units.visa_fast_track.visa_case.step15.2025 capacity.visa_case.2025 -1
 units.visa_fast_track.visa_case.step15.2025 programme_floor.visa_floor 1636.5669897562968
 units.visa_fast_track.visa_case.step16.2025 objective 0
 units.visa_fast_track.visa_case.step16.2025 total_budget 480.2268659582367
 units.visa_fast_track.visa_case.step16.2025 year_budget.2025 480.2268659582367
 units.visa_fast_track.visa_case.step16.2025 capacity.visa_case.2025 -0.00390625
 units.visa_fast_track.visa_case.step16.2025 programme_floor.visa_floor 480.2268659582367
 units.visa_fast_track.visa_case.step17.2025 objective 0
 units.visa_fast_track.visa_case.step17.2025 total_budget 11209.058470307657
 units.visa_fast_track.visa_case.step17.2025 year_budget.2025 11209.058470307657
 units.visa_fast_track.visa_case.step17.2025 capacity.visa_case.2025 -6.103515625e-05
 units.visa_fast_track.visa_case.step17.2025 programme_floor.visa_floor 11209.058470307657
 beyond.visa_fast_track.visa_case.2025 objective 0
 beyond.visa_fast_track.visa_case.2025 total_budget 1
 beyond.visa_fast_track.visa_case.2025 year_budget.2025 1
 beyond.visa_fast_track.visa_case.2025 programme_floor.visa_floor 1
 units.visa_fast_track.visa_case.step1.2026 objective 0
 units.visa_fast_track.visa_case.step1.2026 total_budget 15.075124999791665
 units.visa_fast_track.visa_case.step1.2026 capacity.visa_case.2026 -1
 units.visa_fast_track.visa_case.step1.2026 programme_floor.visa_floor 15.075124999791665
 units.visa_fast_track.visa_case.step2.2026 objective 0
 units.visa_fast_track.visa_case.step2.2026 total_budget 15.232001271347233
 units.visa_fast_track.visa_case.step2.2026 capacity.visa_case.2026 -1
 units.visa_fast_track.visa_case.step2.2026 programme_floor.visa_floor 15.232001271347233
 units.visa_fast_track.visa_case.step3.2026 objective 0
 units.visa_fast_track.visa_case.step3.2026 total_budget 15.484203066197473
 units.visa_fast_track.visa_case.step3.2026 capacity.visa_case.2026 -1
 units.visa_fast_track.visa_case.step3.2026 programme_floor.visa_floor 15.484203066197473
 units.visa_fast_track.visa_case.step4.2026 objective 0
 units.visa_fast_track.visa_case.step4.2026 total_budget 16.019214991582775
 units.visa_fast_track.visa_case.step4.2026 capacity.visa_case.2026 -1
 units.visa_fast_track.visa_case.step4.2026 programme_floor.visa_floor 16.019214991582775
 units.visa_fast_track.visa_case.step5.2026 objective 0
 units.visa_fast_track.visa_case.step5.2026 total_budget 17.183953602076087
 units.visa_fast_track.visa_case.step5.2026 capacity.visa_case.2026 -1
 units.visa_fast_track.visa_case.step5.2026 programme_floor.visa_floor 17.183953602076087
 units.visa_fast_track.visa_case.step6.2026 objective 0
 units.visa_fast_track.visa_case.step6.2026 total_budget 19.859210135433965
 units.visa_fast_track.visa_case.step6.2026 capacity.visa_case.2026 -1
 units.visa_fast_track.visa_case.step6.2026 programme_floor.visa_floor 19.859210135433965
 units.visa_fast_track.visa_case.step7.2026 objective 0
 units.visa_fast_track.visa_case.step7.2026 total_budget 26.723289953232705
 units.visa_fast_track.visa_case.step7.2026 capacity.visa_case.2026 -1
 units.visa_fast_track.visa_case.step7.2026 programme_floor.visa_floor 26.723289953232705
 units.visa_fast_track.visa_case.step8.2026 objective 0
 units.visa_fast_track.visa_case.step8.2026 total_budget 33.64745049436961
 units.visa_fast_track.visa_case.step8.2026 capacity.visa_case.2026 -1
 units.visa_fast_track.visa_case.step8.2026 programme_floor.visa_floor 33.64745049436961
 units.visa_fast_track.visa_case.step9.2026 objective 0
 units.visa_fast_track.visa_case.step9.2026 total_budget 34.33667213350321
 units.visa_fast_track.visa_case.step9.2026 capacity.visa_case.2026 -1
 units.visa_fast_track.visa_case.step9.2026 programme_floor.visa_floor 34.33667213350321
 units.visa_fast_track.visa_case.step10.2026 objective 0
 units.visa_fast_track.visa_case.step10.2026 total_budget 34.35090138083977
 units.visa_fast_track.visa_case.step10.2026 capacity.visa_case.2026 -1
 units.visa_fast_track.visa_case.step10.2026 programme_floor.visa_floor 34.35090138083977
 units.visa_fast_track.visa_case.step11.2026 objective 0
 units.visa_fast_track.visa_case.step11.2026 total_budget 34.35092983180635
 units.visa_fast_track.visa_case.step11.2026 capacity.visa_case.2026 -1
 units.visa_fast_track.visa_case.step11.2026 programme_floor.visa_floor 34.35092983180635
 units.visa_fast_track.visa_case.step12.2026 objective 0
 units.visa_fast_track.visa_case.step12.2026 total_budget 34.36516302510999
 units.visa_fast_track.visa_case.step12.2026 capacity.visa_case.2026 -1
 units.visa_fast_track.visa_case.step12.2026 programme_floor.visa_floor 34.36516302510999
 units.visa_fast_track.visa_case.step13.2026 objective 0
 units.visa_fast_track.visa_case.step13.2026 total_budget 50.00113622811374
 units.visa_fast_track.visa_case.step13.2026 capacity.visa_case.2026 -1
 units.visa_fast_track.visa_case.step13.2026 programme_floor.visa_floor 50.00113622811374
 units.visa_fast_track.visa_case.step14.2026 objective 0
 units.visa_fast_track.visa_case.step14.2026 total_budget 162.31354976608384
 units.visa_fast_track.visa_case.step14.2026 capacity.visa_case.2026 -1
 units.visa_fast_track.visa_case.step14.2026 programme_floor.visa_floor 162.31354976608384
 units.visa_fast_track.visa_case.step15.2026 objective 0
 units.visa_fast_track.visa_case.step15.2026 total_budget 1636.5669897562968
 units.visa_fast_track.visa_case.step15.2026 capacity.visa_case.2026 -1
 units.visa_fast_track.visa_case.step15.2026 programme_floor.visa_floor 1636.5669897562968
 units.visa_fast_track.visa_case.step16.2026 objective 0
 units.visa_fast_track.visa_case.step16.2026 total_budget 480.2268659582367
 units.visa_fast_track.visa_case.step16.2026 capacity.visa_case.2026 -0.00390625
 units.visa_fast_track.visa_case.step16.2026 programme_floor.visa_floor 480.2268659582367
 units.visa_fast_track.visa_case.step17.2026 objective 0
 units.visa_fast_track.visa_case.step17.2026 total_budget 11209.058470307657
 units.visa_fast_track.visa_case.step17.2026 capacity.visa_case.2026 -6.103515625e-05
 units.visa_fast_track.visa_case.step17.2026 programme_floor.visa_floor 11209.058470307657
 beyond.visa_fast_track.visa_case.2026 objective 0
 beyond.visa_fast_track.visa_case.2026 total_budget 1
 beyond.visa_fast_track.visa_case.2026 programme_floor.visa_floor 1
 units.visa_fast_track.visa_case.step1.2027 objective 0
 units.visa_fast_track.visa_case.step1.2027 total_budget 15.075124999791665
 units.visa_fast_track.visa_case.step1.2027 capacity.visa_case.2027 -1
 units.visa_fast_track.visa_case.step1.2027 programme_floor.visa_floor 15.075124999791665
 units.visa_fast_track.visa_case.step2.2027 objective 0
 units.visa_fast_track.visa_case.step2.2027 total_budget 15.232001271347233
 units.visa_fast_track.visa_case.step2.2027 capacity.visa_case.2027 -1
 units.visa_fast_track.visa_case.step2.2027 programme_floor.visa_floor 15.232001271347233
 units.visa_fast_track.visa_case.step3.2027 objective 0
 units.visa_fast_track.visa_case.step3.2027 total_budget 15.484203066197473
 units.visa_fast_track.visa_case.step3.2027 capacity.visa_case.2027 -1
 units.visa_fast_track.visa_case.step3.2027 programme_floor.visa_floor 15.484203066197473
 units.visa_fast_track.visa_case.step4.2027 objective 0
 units.visa_fast_track.visa_case.step4.2027 total_budget 16.019214991582775
 units.visa_fast_track.visa_case.step4.2027 capacity.visa_case.2027 -1
 units.visa_fast_track.visa_case.step4.2027 programme_floor.visa_floor 16.019214991582775
 units.visa_fast_track.visa_case.step5.2027 objective 0
 units.visa_fast_track.visa_case.step5.2027 total_budget 17.183953602076087
 units.visa_fast_track.visa_case.step5.2027 capacity.visa_case.2027 -1
 units.visa_fast_track.visa_case.step5.2027 programme_floor.visa_floor 17.183953602076087
 units.visa_fast_track.visa_case.step6.2027 objective 0
 units.visa_fast_track.visa_case.step6.2027 total_budget 19.859210135433965
 units.visa_fast_track.visa_case.step6.2027 capacity.visa_case.2027 -1
 units.visa_fast_track.visa_case.step6.2027 programme_floor.visa_floor 19.859210135433965
 units.visa_fast_track.visa_case.step7.2027 objective 0
 units.visa_fast_track.visa_case.step7.2027 total_budget 26.668790582746468
 units.visa_fast_track.visa_case.step7.2027 capacity.visa_case.2027 -1
 units.visa_fast_track.visa_case.step7.2027 programme_floor.visa_floor 26.668790582746468
 units.visa_fast_track.visa_case.step8.2027 objective 0
 units.visa_fast_track.visa_case.step8.2027 total_budget 32.85878344076004
 units.visa_fast_track.visa_case.step8.2027 capacity.visa_case.2027 -1
 units.visa_fast_track.visa_case.step8.2027 programme_floor.visa_floor 32.85878344076004
 units.visa_fast_track.visa_case.step9.2027 objective 0
 units.visa_fast_track.visa_case.step9.2027 total_budget 32.87167667612534
 units.visa_fast_track.visa_case.step9.2027 capacity.visa_case.2027 -1
 units.visa_fast_track.visa_case.step9.2027 programme_floor.visa_floor 32.87167667612534
 units.visa_fast_track.visa_case.step10.2027 objective 0
 units.visa_fast_track.visa_case.step10.2027 total_budget 32.871702470509454
 units.visa_fast_track.visa_case.step10.2027 capacity.visa_case.2027 -1
 units.visa_fast_track.visa_case.step10.2027 programme_floor.visa_floor 32.871702470509454
 units.visa_fast_track.visa_case.step11.2027 objective 0
 units.visa_fast_track.visa_case.step11.2027 total_budget 32.884599095577926
 units.visa_fast_track.visa_case.step11.2027 capacity.visa_case.2027 -1
 units.visa_fast_track.visa_case.step11.2027 programme_floor.visa_floor 32.884599095577926
 units.visa_fast_track.visa_case.step12.2027 objective 0
 units.visa_fast_track.visa_case.step12.2027 total_budget 32.94371202745978
 units.visa_fast_track.visa_case.step12.2027 capacity.visa_case.2027 -1
 units.visa_fast_track.visa_case.step12.2027 programme_floor.visa_floor 32.94371202745978
 units.visa_fast_track.visa_case.step13.2027 objective 0
 units.visa_fast_track.visa_case.step13.2027 total_budget 48.843497787585925
 units.visa_fast_track.visa_case.step13.2027 capacity.visa_case.2027 -1
 units.visa_fast_track.visa_case.step13.2027 programme_floor.visa_floor 48.843497787585925
 units.visa_fast_track.visa_case.step14.2027 objective 0
 units.visa_fast_track.visa_case.step14.2027 total_budget 162.31354976608384
 units.visa_fast_track.visa_case.step14.2027 capacity.visa_case.2027 -1
 units.visa_fast_track.visa_case.step14.2027 programme_floor.visa_floor 162.31354976608384
 units.visa_fast_track.visa_case.step15.2027 objective 0
 units.visa_fast_track.visa_case.step15.2027 total_budget 1636.5669897562968
 units.visa_fast_track.visa_case.step15.2027 capacity.visa_case.2027 -1
 units.visa_fast_track.visa_case.step15.2027 programme_floor.visa_floor 1636.5669897562968
 units.visa_fast_track.visa_case.step16.2027 objective 0
 units.visa_fast_track.visa_case.step16.2027 total_budget 480.2268659582367
 units.visa_fast_track.visa_case.step16.2027 capacity.visa_case.2027 -0.00390625
 units.visa_fast_track.visa_case.step16.2027 programme_floor.visa_floor 480.2268659582367
 units.visa_fast_track.visa_case.step17.2027 objective 0
 units.visa_fast_track.visa_case.step17.2027 total_budget 11209.058470307657
 units.visa_fast_track.visa_case.step17.2027 capacity.visa_case.2027 -6.103515625e-05
 units.visa_fast_track.visa_case.step17.2027 programme_floor.visa_floor 11209.058470307657
 beyond.visa_fast_track.visa_case.2027 objective 0
 beyond.visa_fast_track.visa_case.2027 total_budget 1
 beyond.visa_fast_track.visa_case.2027 programme_floor.visa_floor 1
 units.visa_fast_track.visa_case.step1.2028 objective 0
 units.visa_fast_track.visa_case.step1.2028 total_budget 15.075124999791665
 units.visa_fast_track.visa_case.step1.2028 capacity.visa_case.2028 -1
 units.visa_fast_track.visa_case.step1.2028 programme_floor.visa_floor 15.075124999791665
 units.visa_fast_track.visa_case.step2.2028 objective 0
 units.visa_fast_track.visa_case.step2.2028 total_budget 15.232001271347233
 units.visa_fast_track.visa_case.step2.2028 capacity.visa_case.2028 -1
 units.visa_fast_track.visa_case.step2.2028 programme_floor.visa_floor 15.232001271347233
 units.visa_fast_track.visa_case.step3.2028 objective 0
 units.visa_fast_track.visa_case.step3.2028 total_budget 15.484203066197473
 units.visa_fast_track.visa_case.step3.2028 capacity.visa_case.2028 -1
 units.visa_fast_track.visa_case.step3.2028 programme_floor.visa_floor 15.484203066197473
 units.visa_fast_track.visa_case.step4.2028 objective 0
 units.visa_fast_track.visa_case.step4.2028 total_budget 16.019214991582775
 units.visa_fast_track.visa_case.step4.2028 capacity.visa_case.2028 -1
 units.visa_fast_track.visa_case.step4.2028 programme_floor.visa_floor 16.019214991582775
 units.visa_fast_track.visa_case.step5.2028 objective 0
 units.visa_fast_track.visa_case.step5.2028 total_budget 17.183953602076087
 units.visa_fast_track.visa_case.step5.2028 capacity.visa_case.2028 -1
 units.visa_fast_track.visa_case.step5.2028 programme_floor.visa_floor 17.183953602076087
 units.visa_fast_track.visa_case.step6.2028 objective 0
 units.visa_fast_track.visa_case.step6.2028 total_budget 19.859210135433965
 units.visa_fast_track.visa_case.step6.2028 capacity.visa_case.2028 -1
 units.visa_fast_track.visa_case.step6.2028 programme_floor.visa_floor 19.859210135433965
 units.visa_fast_track.visa_case.step7.2028 objective 0
 units.visa_fast_track.visa_case.step7.2028 total_budget 26.12521342916174
 units.visa_fast_track.visa_case.step7.2028 capacity.visa_case.2028 -1
 units.visa_fast_track.visa_case.step7.2028 programme_floor.visa_floor 26.12521342916174
 units.visa_fast_track.visa_case.step8.2028 objective 0
 units.visa_fast_track.visa_case.step8.2028 total_budget 31.444504721811317
 units.visa_fast_track.visa_case.step8.2028 capacity.visa_case.2028 -1
 units.visa_fast_track.visa_case.step8.2028 programme_floor.visa_floor 31.444504721811317
 units.visa_fast_track.visa_case.step9.2028 objective 0
 units.visa_fast_track.visa_case.step9.2028 total_budget 31.456150624764508
 units.visa_fast_track.visa_case.step9.2028 capacity.visa_case.2028 -1
 units.visa_fast_track.visa_case.step9.2028 programme_floor.visa_floor 31.456150624764508
 units.visa_fast_track.visa_case.step10.2028 objective 0
 units.visa_fast_track.visa_case.step10.2028 total_budget 31.456173916773945
 units.visa_fast_track.visa_case.step10.2028 capacity.visa_case.2028 -1
 units.visa_fast_track.visa_case.step10.2028 programme_floor.visa_floor 31.456173916773945
 units.visa_fast_track.visa_case.step11.2028 objective 0
 units.visa_fast_track.visa_case.step11.2028 total_budget 31.467822710804036
 units.visa_fast_track.visa_case.step11.2028 capacity.visa_case.2028 -1
 units.visa_fast_track.visa_case.step11.2028 programme_floor.visa_floor 31.467822710804036
 units.visa_fast_track.visa_case.step12.2028 objective 0
 units.visa_fast_track.visa_case.step12.2028 total_budget 32.22294435038867
 units.visa_fast_track.visa_case.step12.2028 capacity.visa_case.2028 -1
 units.visa_fast_track.visa_case.step12.2028 programme_floor.visa_floor 32.22294435038867
 units.visa_fast_track.visa_case.step13.2028 objective 0
 units.visa_fast_track.visa_case.step13.2028 total_budget 48.843497787585925
 units.visa_fast_track.visa_case.step13.2028 capacity.visa_case.2028 -1
 units.visa_fast_track.visa_case.step13.2028 programme_floor.visa_floor 48.843497787585925
 units.visa_fast_track.visa_case.step14.2028 objective 0
 units.visa_fast_track.visa_case.step14.2028 total_budget 162.31354976608384
 units.visa_fast_track.visa_case.step14.2028 capacity.visa_case.2028 -1
 units.visa_fast_track.visa_case.step14.2028 programme_floor.visa_floor 162.31354976608384
 units.visa_fast_track.visa_case.step15.2028 objective 0
 units.visa_fast_track.visa_case.step15.2028 total_budget 1636.5669897562968
 units.visa_fast_track.visa_case.step15.2028 capacity.visa_case.2028 -1
 units.visa_fast_track.visa_case.step15.2028 programme_floor.visa_floor 1636.5669897562968
 units.visa_fast_track.visa_case.step16.2028 objective 0
 units.visa_fast_track.visa_case.step16.2028 total_budget 480.2268659582367
 units.visa_fast_track.visa_case.step16.2028 capacity.visa_case.2028 -0.00390625
 units.visa_fast_track.visa_case.step16.2028 programme_floor.visa_floor 480.2268659582367
 units.visa_fast_track.visa_case.step17.2028 objective 0
 units.visa_fast_track.visa_case.step17.2028 total_budget 11209.058470307657
 units.visa_fast_track.visa_case.step17.2028 capacity.visa_case.2028 -6.103515625e-05
 units.visa_fast_track.visa_case.step17.2028 programme_floor.visa_floor 11209.058470307657
 beyond.visa_fast_track.visa_case.2028 objective 0
 beyond.visa_fast_track.visa_case.2028 total_budget 1
 beyond.visa_fast_track.visa_case.2028 programme_floor.visa_floor 1
 people.fellow_comes.step1.2025 objective -0.332
 people.fellow_comes.step1.2025 capacity.fellow_post.2025 1
 people.fellow_comes.step1.2025 capacity.fellow_post.2026 1
 people.fellow_comes.step1.2025 capacity.fellow_post.2027 1
 people.fellow_comes.step1.2025 capacity.visa_case.2025 0.65
 people.fellow_comes.step1.2025 pool.candidates_abroad.2025 1
 people.fellow_comes.step1.2026 objective -0.3177033492822967
 people.fellow_comes.step1.2026 capacity.fellow_post.2026 1
 people.fellow_comes.step1.2026 capacity.fellow_post.2027 1
 people.fellow_comes.step1.2026 capacity.fellow_post.2028 1
 people.fellow_comes.step1.2026 capacity.visa_case.2026 0.65
 people.fellow_comes.step1.2026 pool.candidates_abroad.2026 1
 people.fellow_comes.step1.2027 objective -0.3040223438108103
 people.fellow_comes.step1.2027 capacity.fellow_post.2027 1
 people.fellow_comes.step1.2027 capacity.fellow_post.2028 1
 people.fellow_comes.step1.2027 capacity.fellow_post.2029 1
 people.fellow_comes.step1.2027 capacity.visa_case.2027 0.65
 people.fellow_comes.step1.2027 pool.candidates_abroad.2027 1
 people.fellow_comes.step1.2028 objective -0.29093047254622995
 people.fellow_comes.step1.2028 capacity.fellow_post.2028 1
 people.fellow_comes.step1.2028 capacity.fellow_post.2029 1
 people.fellow_comes.step1.2028 capacity.fellow_post.2030 1
 people.fellow_comes.step1.2028 capacity.visa_case.2028 0.65
 people.fellow_comes.step1.2028 pool.candidates_abroad.2028 1
 people.fellow_comes_gpu.step1.2025 objective -0.3652
 people.fellow_comes_gpu.step1.2025 capacity.fellow_post.2025 1
 people.fellow_comes_gpu.step1.2025 capacity.fellow_post.2026 1
 people.fellow_comes_gpu.step1.2025 capacity.fellow_post.2027 1
 people.fellow_comes_gpu.step1.2025 capacity.gpu_year.2025 1
 people.fellow_comes_gpu.step1.2025 capacity.gpu_year.2026 1
 people.fellow_comes_gpu.step1.2025 capacity.gpu_year.2027 1
 people.fellow_comes_gpu.step1.2025 capacity.visa_case.2025 0.65
 people.fellow_comes_gpu.step1.2025 pool.candidates_abroad.2025 1
 people.fellow_comes_gpu.step1.2026 objective -0.3494736842105264
 people.fellow_comes_gpu.step1.2026 capacity.fellow_post.2026 1
 people.fellow_comes_gpu.step1.2026 capacity.fellow_post.2027 1
 people.fellow_comes_gpu.step1.2026 capacity.fellow_post.2028 1
 people.fellow_comes_gpu.step1.2026 capacity.gpu_year.2026 1
 people.fellow_comes_gpu.step1.2026 capacity.gpu_year.2027 1
 people.fellow_comes_gpu.step1.2026 capacity.gpu_year.2028 1
 people.fellow_comes_gpu.step1.2026 capacity.visa_case.2026 0.65
 people.fellow_comes_gpu.step1.2026 pool.candidates_abroad.2026 1
 people.fellow_comes_gpu.step1.2027 objective -0.3344245781918913
 people.fellow_comes_gpu.step1.2027 capacity.fellow_post.2027 1
 people.fellow_comes_gpu.step1.2027 capacity.fellow_post.2028 1
 people.fellow_comes_gpu.step1.2027 capacity.fellow_post.2029 1
 people.fellow_comes_gpu.step1.2027 capacity.gpu_year.2027 1
 people.fellow_comes_gpu.step1.2027 capacity.gpu_year.2028 1
 people.fellow_comes_gpu.step1.2027 capacity.gpu_year.2029 1
 people.fellow_comes_gpu.step1.2027 capacity.visa_case.2027 0.65
 people.fellow_comes_gpu.step1.2027 pool.candidates_abroad.2027 1
 people.fellow_comes_gpu.step1.2028 objective -0.320023519800853
 people.fellow_comes_gpu.step1.2028 capacity.fellow_post.2028 1
 people.fellow_comes_gpu.step1.2028 capacity.fellow_post.2029 1
 people.fellow_comes_gpu.step1.2028 capacity.fellow_post.2030 1
 people.fellow_comes_gpu.step1.2028 capacity.gpu_year.2028 1
 people.fellow_comes_gpu.step1.2028 capacity.gpu_year.2029 1
 people.fellow_comes_gpu.step1.2028 capacity.gpu_year.2030 1
 people.fellow_comes_gpu.step1.2028 capacity.visa_case.2028 0.65
 people.fellow_comes_gpu.step1.2028 pool.candidates_abroad.2028 1
 people.fellow_stays.step1.2025 objective -0.17200000000000001
 people.fellow_stays.step1.2025 capacity.fellow_post.2025 1
 people.fellow_stays.step1.2025 capacity.fellow_post.2026 1
 people.fellow_stays.step1.2025 capacity.fellow_post.2027 1
 people.fellow_stays.step1.2025 pool.leavers_a.2025 1
 people.fellow_stays.step1.2026 objective -0.16459330143540674
 people.fellow_stays.step1.2026 capacity.fellow_post.2026 1
 people.fellow_stays.step1.2026 capacity.fellow_post.2027 1
 people.fellow_stays.step1.2026 capacity.fellow_post.2028 1
 people.fellow_stays.step1.2026 pool.leavers_a.2026 1
 people.fellow_stays.step1.2027 objective -0.15750555161282942
 people.fellow_stays.step1.2027 capacity.fellow_post.2027 1
 people.fellow_stays.step1.2027 capacity.fellow_post.2028 1
 people.fellow_stays.step1.2027 capacity.fellow_post.2029 1
 people.fellow_stays.step1.2027 pool.leavers_a.2027 1
 people.fellow_stays.step1.2028 objective -0.15072301589744444
 people.fellow_stays.step1.2028 capacity.fellow_post.2028 1
 people.fellow_stays.step1.2028 capacity.fellow_post.2029 1
 people.fellow_stays.step1.2028 capacity.fellow_post.2030 1
 people.fellow_stays.step1.2028 pool.leavers_a.2028 1
 people.gpu_grant_a.step1.2025 objective -0.004275
 people.gpu_grant_a.step1.2025 capacity.gpu_year.2025 1
 people.gpu_grant_a.step1.2025 capacity.gpu_year.2026 1
 people.gpu_grant_a.step1.2025 capacity.gpu_year.2027 1
 people.gpu_grant_a.step1.2026 objective -0.004090909090909091
 people.gpu_grant_a.step1.2026 capacity.gpu_year.2026 1
 people.gpu_grant_a.step1.2026 capacity.gpu_year.2027 1
 people.gpu_grant_a.step1.2026 capacity.gpu_year.2028 1
 people.gpu_grant_a.step1.2027 objective -0.003914745541539801
 people.gpu_grant_a.step1.2027 capacity.gpu_year.2027 1
 people.gpu_grant_a.step1.2027 capacity.gpu_year.2028 1
 people.gpu_grant_a.step1.2027 capacity.gpu_year.2029 1
 people.gpu_grant_a.step1.2028 objective -0.0037461679823347378
 people.gpu_grant_a.step1.2028 capacity.gpu_year.2028 1
 people.gpu_grant_a.step1.2028 capacity.gpu_year.2029 1
 people.gpu_grant_a.step1.2028 capacity.gpu_year.2030 1
 people.gpu_grant_s.step1.2025 objective -0.05820000000000001
 people.gpu_grant_s.step1.2025 capacity.gpu_year.2025 4
 people.gpu_grant_s.step1.2025 capacity.gpu_year.2026 4
 people.gpu_grant_s.step1.2025 capacity.gpu_year.2027 4
 people.gpu_grant_s.step1.2026 objective -0.05569377990430623
 people.gpu_grant_s.step1.2026 capacity.gpu_year.2026 4
 people.gpu_grant_s.step1.2026 capacity.gpu_year.2027 4
 people.gpu_grant_s.step1.2026 capacity.gpu_year.2028 4
 people.gpu_grant_s.step1.2027 objective -0.05329548316201554
 people.gpu_grant_s.step1.2027 capacity.gpu_year.2027 4
 people.gpu_grant_s.step1.2027 capacity.gpu_year.2028 4
 people.gpu_grant_s.step1.2027 capacity.gpu_year.2029 4
 people.gpu_grant_s.step1.2028 objective -0.051000462355995736
 people.gpu_grant_s.step1.2028 capacity.gpu_year.2028 4
 people.gpu_grant_s.step1.2028 capacity.gpu_year.2029 4
 people.gpu_grant_s.step1.2028 capacity.gpu_year.2030 4
 people.graduate_stays.step1.2025 objective -0.0498
 people.graduate_stays.step1.2025 capacity.visa_case.2025 1
 people.graduate_stays.step1.2025 pool.foreign_graduates.2025 1
 people.graduate_stays.step1.2026 objective -0.0476555023923445
 people.graduate_stays.step1.2026 capacity.visa_case.2026 1
 people.graduate_stays.step1.2026 pool.foreign_graduates.2026 1
 people.graduate_stays.step1.2027 objective -0.045603351571621535
 people.graduate_stays.step1.2027 capacity.visa_case.2027 1
 people.graduate_stays.step1.2027 pool.foreign_graduates.2027 1
 people.graduate_stays.step1.2028 objective -0.043639570881934486
 people.graduate_stays.step1.2028 capacity.visa_case.2028 1
 people.graduate_stays.step1.2028 pool.foreign_graduates.2028 1
 people.professional_comes.step1.2025 objective -0.091881
 people.professional_comes.step1.2025 capacity.visa_case.2025 1
 people.professional_comes.step1.2025 pool.candidates_abroad.2025 1
 people.professional_comes.step1.2026 objective -0.08792440191387561
 people.professional_comes.step1.2026 capacity.visa_case.2026 1
 people.professional_comes.step1.2026 pool.candidates_abroad.2026 1
 people.professional_comes.step1.2027 objective -0.08413818364964173
 people.professional_comes.step1.2027 capacity.visa_case.2027 1
 people.professional_comes.step1.2027 pool.candidates_abroad.2027 1
 people.professional_comes.step1.2028 objective -0.08051500827716913
 people.professional_comes.step1.2028 capacity.visa_case.2028 1
 people.professional_comes.step1.2028 pool.candidates_abroad.2028 1
 people.senior_comes.step1.2025 objective -1.9919999999999998
 people.senior_comes.step1.2025 capacity.gpu_year.2025 4
 people.senior_comes.step1.2025 capacity.gpu_year.2026 4
 people.senior_comes.step1.2025 capacity.gpu_year.2027 4
 people.senior_comes.step1.2025 capacity.senior_post.2025 1
 people.senior_comes.step1.2025 capacity.senior_post.2026 1
 people.senior_comes.step1.2025 capacity.senior_post.2027 1
 people.senior_comes.step1.2025 capacity.visa_case.2025 0.65
 people.senior_comes.step1.2025 pool.stars_abroad.2025 1
 people.senior_comes.step1.2026 objective -1.9062200956937798
 people.senior_comes.step1.2026 capacity.gpu_year.2026 4
 people.senior_comes.step1.2026 capacity.gpu_year.2027 4
 people.senior_comes.step1.2026 capacity.gpu_year.2028 4
 people.senior_comes.step1.2026 capacity.senior_post.2026 1
 people.senior_comes.step1.2026 capacity.senior_post.2027 1
 people.senior_comes.step1.2026 capacity.senior_post.2028 1
 people.senior_comes.step1.2026 capacity.visa_case.2026 0.65
 people.senior_comes.step1.2026 pool.stars_abroad.2026 1
 people.senior_comes.step1.2027 objective -1.8241340628648612
 people.senior_comes.step1.2027 capacity.gpu_year.2027 4
 people.senior_comes.step1.2027 capacity.gpu_year.2028 4
 people.senior_comes.step1.2027 capacity.gpu_year.2029 4
 people.senior_comes.step1.2027 capacity.senior_post.2027 1
 people.senior_comes.step1.2027 capacity.senior_post.2028 1
 people.senior_comes.step1.2027 capacity.senior_post.2029 1
 people.senior_comes.step1.2027 capacity.visa_case.2027 0.65
 people.senior_comes.step1.2027 pool.stars_abroad.2027 1
 people.senior_comes.step1.2028 objective -1.7455828352773795
 people.senior_comes.step1.2028 capacity.gpu_year.2028 4
 people.senior_comes.step1.2028 capacity.gpu_year.2029 4
 people.senior_comes.step1.2028 capacity.gpu_year.2030 4
 people.senior_comes.step1.2028 capacity.senior_post.2028 1
 people.senior_comes.step1.2028 capacity.senior_post.2029 1
 people.senior_comes.step1.2028 capacity.senior_post.2030 1
 people.senior_comes.step1.2028 capacity.visa_case.2028 0.65
 people.senior_comes.step1.2028 pool.stars_abroad.2028 1
 people.senior_stays.step1.2025 objective -1.032
 people.senior_stays.step1.2025 capacity.senior_post.2025 1
 people.senior_stays.step1.2025 capacity.senior_post.2026 1
 people.senior_stays.step1.2025 capacity.senior_post.2027 1
 people.senior_stays.step1.2025 pool.leavers_s.2025 1
 people.senior_stays.step1.2026 objective -0.9875598086124403
 people.senior_stays.step1.2026 capacity.senior_post.2026 1
 people.senior_stays.step1.2026 capacity.senior_post.2027 1
 people.senior_stays.step1.2026 capacity.senior_post.2028 1
 people.senior_stays.step1.2026 pool.leavers_s.2026 1
 people.senior_stays.step1.2027 objective -0.9450333096769764
 people.senior_stays.step1.2027 capacity.senior_post.2027 1
 people.senior_stays.step1.2027 capacity.senior_post.2028 1
 people.senior_stays.step1.2027 capacity.senior_post.2029 1
 people.senior_stays.step1.2027 pool.leavers_s.2027 1
 people.senior_stays.step1.2028 objective -0.9043380953846665
 people.senior_stays.step1.2028 capacity.senior_post.2028 1
 people.senior_stays.step1.2028 capacity.senior_post.2029 1
 people.senior_stays.step1.2028 capacity.senior_post.2030 1
 people.senior_stays.step1.2028 pool.leavers_s.2028 1
 people.senior_stays_gpu.step1.2025 objective -1.1352000000000002
 people.senior_stays_gpu.step1.2025 capacity.gpu_year.2025 4
 people.senior_stays_gpu.step1.2025 capacity.gpu_year.2026 4
 people.senior_stays_gpu.step1.2025 capacity.gpu_year.2027 4
 people.senior_stays_gpu.step1.2025 capacity.senior_post.2025 1
 people.senior_stays_gpu.step1.2025 capacity.senior_post.2026 1
 people.senior_stays_gpu.step1.2025 capacity.senior_post.2027 1
 people.senior_stays_gpu.step1.2025 pool.leavers_s.2025 1
 people.senior_stays_gpu.step1.2026 objective -1.0863157894736846
 people.senior_stays_gpu.step1.2026 capacity.gpu_year.2026 4
 people.senior_stays_gpu.step1.2026 capacity.gpu_year.2027 4
 people.senior_stays_gpu.step1.2026 capacity.gpu_year.2028 4
 people.senior_stays_gpu.step1.2026 capacity.senior_post.2026 1
 people.senior_stays_gpu.step1.2026 capacity.senior_post.2027 1
 people.senior_stays_gpu.step1.2026 capacity.senior_post.2028 1
 people.senior_stays_gpu.step1.2026 pool.leavers_s.2026 1
 people.senior_stays_gpu.step1.2027 objective -1.0395366406446742
 people.senior_stays_gpu.step1.2027 capacity.gpu_year.2027 4
 people.senior_stays_gpu.step1.2027 capacity.gpu_year.2028 4
 people.senior_stays_gpu.step1.2027 capacity.gpu_year.2029 4
 people.senior_stays_gpu.step1.2027 capacity.senior_post.2027 1
 people.senior_stays_gpu.step1.2027 capacity.senior_post.2028 1
 people.senior_stays_gpu.step1.2027 capacity.senior_post.2029 1
 people.senior_stays_gpu.step1.2027 pool.leavers_s.2027 1
 people.senior_stays_gpu.step1.2028 objective -0.9947719049231333
 people.senior_stays_gpu.step1.2028 capacity.gpu_year.2028 4
 people.senior_stays_gpu.step1.2028 capacity.gpu_year.2029 4
 people.senior_stays_gpu.step1.2028 capacity.gpu_year.2030 4
 people.senior_stays_gpu.step1.2028 capacity.senior_post.2028 1
 people.senior_stays_gpu.step1.2028 capacity.senior_post.2029 1
 people.senior_stays_gpu.step1.2028 capacity.senior_post.2030 1
 people.senior_stays_gpu.step1.2028 pool.leavers_s.2028 1
 people.trainee_stays.step1.2025 objective -0.276
 people.trainee_stays.step1.2025 capacity.training_place.2025 1
 people.trainee_stays.step1.2025 pool.trainees.2025 1
 people.trainee_stays.step1.2026 objective -0.26411483253588525
 people.trainee_stays.step1.2026 capacity.training_place.2026 1
 people.trainee_stays.step1.2026 pool.trainees.2026 1
 people.trainee_stays.step1.2027 objective -0.25274146654151697
 people.trainee_stays.step1.2027 capacity.training_place.2027 1
 people.trainee_stays.step1.2027 pool.trainees.2027 1
 people.trainee_stays.step1.2028 objective -0.24185786271915502
 people.trainee_stays.step1.2028 capacity.training_place.2028 1
 people.trainee_stays.step1.2028 pool.trainees.2028 1
 people.trainee_stays_gpu.step1.2025 objective -0.30360000000000004
 people.trainee_stays_gpu.step1.2025 capacity.gpu_year.2025 0.25
 people.trainee_stays_gpu.step1.2025 capacity.training_place.2025 1
 people.trainee_stays_gpu.step1.2025 pool.trainees.2025 1
 people.trainee_stays_gpu.step1.2026 objective -0.29052631578947374
 people.trainee_stays_gpu.step1.2026 capacity.gpu_year.2026 0.25
 people.trainee_stays_gpu.step1.2026 capacity.training_place.2026 1
 people.trainee_stays_gpu.step1.2026 pool.trainees.2026 1
 people.trainee_stays_gpu.step1.2027 objective -0.27801561319566864
 people.trainee_stays_gpu.step1.2027 capacity.gpu_year.2027 0.25
 people.trainee_stays_gpu.step1.2027 capacity.training_place.2027 1
 people.trainee_stays_gpu.step1.2027 pool.trainees.2027 1
 people.trainee_stays_gpu.step1.2028 objective -0.2660436489910705
 people.trainee_stays_gpu.step1.2028 capacity.gpu_year.2028 0.25
 people.trainee_stays_gpu.step1.2028 capacity.training_place.2028 1
 people.trainee_stays_gpu.step1.2028 pool.trainees.2028 1
RHS
 RHS total_budget 18000
 RHS year_budget.2025 6500
 RHS capacity.gpu_year.2026 26.240000000000002
 RHS capacity.gpu_year.2027 26.240000000000002
 RHS capacity.gpu_year.2028 26.240000000000002
 RHS capacity.gpu_year.2029 26.240000000000002
 RHS capacity.gpu_year.2030 26.240000000000002
 RHS pool.candidates_abroad.2025 160
 RHS pool.candidates_abroad.2026 160
 RHS pool.candidates_abroad.2027 160
 RHS pool.candidates_abroad.2028 160
 RHS pool.foreign_graduates.2025 19.424999999999997
 RHS pool.foreign_graduates.2026 19.424999999999997
 RHS pool.foreign_graduates.2027 19.424999999999997
 RHS pool.foreign_graduates.2028 19.424999999999997
 RHS pool.leavers_a.2025 115
 RHS pool.leavers_a.2026 115
 RHS pool.leavers_a.2027 115
 RHS pool.leavers_a.2028 115
 RHS pool.leavers_s.2025 10
 RHS pool.leavers_s.2026 10
 RHS pool.leavers_s.2027 10
 RHS pool.leavers_s.2028 10
 RHS pool.stars_abroad.2025 20
 RHS pool.stars_abroad.2026 20
 RHS pool.stars_abroad.2027 20
 RHS pool.stars_abroad.2028 20
 RHS pool.trainees.2025 240
 RHS pool.trainees.2026 240
 RHS pool.trainees.2027 240
 RHS pool.trainees.2028 240
 RHS programme_floor.a_team_floor 2700
 RHS programme_floor.gpu_floor 1800
 RHS programme_floor.institute_floor 2700
 RHS programme_floor.visa_floor 360
BOUNDS
 UP BOUND units.a_team_cultivation.training_place.step1.2025 2.3880399001996673
 LO BOUND units.a_team_cultivation.training_place.step1.2025 0
 UP BOUND units.a_team_cultivation.training_place.step2.2025 2.5303688945957856
 LO BOUND units.a_team_cultivation.training_place.step2.2025 0
 UP BOUND units.a_team_cultivation.training_place.step3.2025 5.154112355242234
 LO BOUND units.a_team_cultivation.training_place.step3.2025 0
 UP BOUND units.a_team_cultivation.training_place.step4.2025 10.315812551720313
 LO BOUND units.a_team_cultivation.training_place.step4.2025 0
 UP BOUND units.a_team_cultivation.training_place.step5.2025 19.912395647809703
 LO BOUND units.a_team_cultivation.training_place.step5.2025 0
 UP BOUND units.a_team_cultivation.training_place.step6.2025 27.016644883923803
 LO BOUND units.a_team_cultivation.training_place.step6.2025 0
 UP BOUND units.a_team_cultivation.training_place.step7.2025 0.05683492414682689
 LO BOUND units.a_team_cultivation.training_place.step7.2025 0
 UP BOUND units.a_team_cultivation.training_place.step8.2025 5.688244317525459e-05
 LO BOUND units.a_team_cultivation.training_place.step8.2025 0
 UP BOUND units.a_team_cultivation.training_place.step9.2025 5.6882424431137224e-05
 LO BOUND units.a_team_cultivation.training_place.step9.2025 0
 UP BOUND units.a_team_cultivation.training_place.step10.2025 0.05681618066057581
 LO BOUND units.a_team_cultivation.training_place.step10.2025 0
 UP BOUND units.a_team_cultivation.training_place.step11.2025 8.546445410431815
 LO BOUND units.a_team_cultivation.training_place.step11.2025 0
 UP BOUND units.a_team_cultivation.training_place.step12.2025 54.89850841276605
 LO BOUND units.a_team_cultivation.training_place.step12.2025 0
 UP BOUND units.a_team_cultivation.training_place.step13.2025 20.832841192489468
 LO BOUND units.a_team_cultivation.training_place.step13.2025 0
 UP BOUND units.a_team_cultivation.training_place.step1.2026 2.3880399001996673
 LO BOUND units.a_team_cultivation.training_place.step1.2026 0
 UP BOUND units.a_team_cultivation.training_place.step2.2026 2.5303688945957856
 LO BOUND units.a_team_cultivation.training_place.step2.2026 0
 UP BOUND units.a_team_cultivation.training_place.step3.2026 5.154112355242234
 LO BOUND units.a_team_cultivation.training_place.step3.2026 0
 UP BOUND units.a_team_cultivation.training_place.step4.2026 10.315812551720313
 LO BOUND units.a_team_cultivation.training_place.step4.2026 0
 UP BOUND units.a_team_cultivation.training_place.step5.2026 19.912395647809703
 LO BOUND units.a_team_cultivation.training_place.step5.2026 0
 UP BOUND units.a_team_cultivation.training_place.step6.2026 24.366941132218656
 LO BOUND units.a_team_cultivation.training_place.step6.2026 0
 UP BOUND units.a_team_cultivation.training_place.step7.2026 0.055037948345358245
 LO BOUND units.a_team_cultivation.training_place.step7.2026 0
 UP BOUND units.a_team_cultivation.training_place.step8.2026 5.5084384783299356e-05
 LO BOUND units.a_team_cultivation.training_place.step8.2026 0
 UP BOUND units.a_team_cultivation.training_place.step9.2026 5.508436748868917e-05
 LO BOUND units.a_team_cultivation.training_place.step9.2026 0
 UP BOUND units.a_team_cultivation.training_place.step10.2026 0.05502063699594828
 LO BOUND units.a_team_cultivation.training_place.step10.2026 0
 UP BOUND units.a_team_cultivation.training_place.step11.2026 11.199745277718392
 LO BOUND units.a_team_cultivation.training_place.step11.2026 0
 UP BOUND units.a_team_cultivation.training_place.step12.2026 54.89850841276605
 LO BOUND units.a_team_cultivation.training_place.step12.2026 0
 UP BOUND units.a_team_cultivation.training_place.step13.2026 20.832841192489468
 LO BOUND units.a_team_cultivation.training_place.step13.2026 0
 UP BOUND units.a_team_cultivation.training_place.step1.2027 0.00023999988000004
 LO BOUND units.a_team_cultivation.training_place.step1.2027 0
 UP BOUND units.a_team_cultivation.training_place.step2.2027 0.23964004011000198
 LO BOUND units.a_team_cultivation.training_place.step2.2027 0
 UP BOUND units.a_team_cultivation.training_place.step3.2027 2.1481598602096654
 LO BOUND units.a_team_cultivation.training_place.step3.2027 0
 UP BOUND units.a_team_cultivation.training_place.step4.2027 2.5303688945957856
 LO BOUND units.a_team_cultivation.training_place.step4.2027 0
 UP BOUND units.a_team_cultivation.training_place.step5.2027 5.154112355242234
 LO BOUND units.a_team_cultivation.training_place.step5.2027 0
 UP BOUND units.a_team_cultivation.training_place.step6.2027 10.315812551720313
 LO BOUND units.a_team_cultivation.training_place.step6.2027 0
 UP BOUND units.a_team_cultivation.training_place.step7.2027 19.912395647809703
 LO BOUND units.a_team_cultivation.training_place.step7.2027 0
 UP BOUND units.a_team_cultivation.training_place.step8.2027 35.67685516403063
 LO BOUND units.a_team_cultivation.training_place.step8.2027 0
 UP BOUND units.a_team_cultivation.training_place.step9.2027 54.89850841276605
 LO BOUND units.a_team_cultivation.training_place.step9.2027 0
 UP BOUND units.a_team_cultivation.training_place.step10.2027 20.832841192489468
 LO BOUND units.a_team_cultivation.training_place.step10.2027 0
 UP BOUND units.a_team_cultivation.training_place.step1.2028 0.00023999988000004
 LO BOUND units.a_team_cultivation.training_place.step1.2028 0
 UP BOUND units.a_team_cultivation.training_place.step2.2028 0.23964004011000198
 LO BOUND units.a_team_cultivation.training_place.step2.2028 0
 UP BOUND units.a_team_cultivation.training_place.step3.2028 2.1481598602096654
 LO BOUND units.a_team_cultivation.training_place.step3.2028 0
 UP BOUND units.a_team_cultivation.training_place.step4.2028 2.5303688945957856
 LO BOUND units.a_team_cultivation.training_place.step4.2028 0
 UP BOUND units.a_team_cultivation.training_place.step5.2028 5.154112355242234
 LO BOUND units.a_team_cultivation.training_place.step5.2028 0
 UP BOUND units.a_team_cultivation.training_place.step6.2028 10.315812551720313
 LO BOUND units.a_team_cultivation.training_place.step6.2028 0
 UP BOUND units.a_team_cultivation.training_place.step7.2028 19.912395647809703
 LO BOUND units.a_team_cultivation.training_place.step7.2028 0
 UP BOUND units.a_team_cultivation.training_place.step8.2028 35.67685516403063
 LO BOUND units.a_team_cultivation.training_place.step8.2028 0
 UP BOUND units.a_team_cultivation.training_place.step9.2028 54.89850841276605
 LO BOUND units.a_team_cultivation.training_place.step9.2028 0
 UP BOUND units.a_team_cultivation.training_place.step10.2028 20.832841192489468
 LO BOUND units.a_team_cultivation.training_place.step10.2028 0
 UP BOUND units.gpu_access.gpu_owned.step1.2025 0.0025999987000004336
 LO BOUND units.gpu_access.gpu_owned.step1.2025 0
 UP BOUND units.gpu_access.gpu_owned.step2.2025 2.5961004345250216
 LO BOUND units.gpu_access.gpu_owned.step2.2025 0
 UP BOUND units.gpu_access.gpu_owned.step3.2025 23.27173181893804
 LO BOUND units.gpu_access.gpu_owned.step3.2025 0
 UP BOUND units.gpu_access.gpu_owned.step4.2025 27.412329691454346
 LO BOUND units.gpu_access.gpu_owned.step4.2025 0
 UP BOUND units.gpu_access.gpu_owned.step5.2025 47.92074851923862
 LO BOUND units.gpu_access.gpu_owned.step5.2025 0
 UP BOUND units.gpu_access.gpu_owned.step1.2026 10.134773580258189
 LO BOUND units.gpu_access.gpu_owned.step1.2026 0
 UP BOUND units.gpu_access.gpu_owned.step2.2026 0.010114975490159495
 LO BOUND units.gpu_access.gpu_owned.step2.2026 0
 UP BOUND units.gpu_access.gpu_owned.step3.2026 1.0125080798673025e-05
 LO BOUND units.gpu_access.gpu_owned.step3.2026 0
 UP BOUND units.gpu_access.gpu_owned.step4.2026 1.0125080759593175e-05
 LO BOUND units.gpu_access.gpu_owned.step4.2026 0
 UP BOUND units.gpu_access.gpu_owned.step5.2026 0.010114935906027966
 LO BOUND units.gpu_access.gpu_owned.step5.2026 0
 UP BOUND units.gpu_access.gpu_owned.step6.2026 15.715408510347128
 LO BOUND units.gpu_access.gpu_owned.step6.2026 0
 UP BOUND units.gpu_access.gpu_owned.step7.2026 27.412329691454346
 LO BOUND units.gpu_access.gpu_owned.step7.2026 0
 UP BOUND units.gpu_access.gpu_owned.step8.2026 47.92074851923862
 LO BOUND units.gpu_access.gpu_owned.step8.2026 0
 UP BOUND units.gpu_access.gpu_owned.step1.2027 0.0025999987000004336
 LO BOUND units.gpu_access.gpu_owned.step1.2027 0
 UP BOUND units.gpu_access.gpu_owned.step2.2027 2.5961004345250216
 LO BOUND units.gpu_access.gpu_owned.step2.2027 0
 UP BOUND units.gpu_access.gpu_owned.step3.2027 23.27173181893804
 LO BOUND units.gpu_access.gpu_owned.step3.2027 0
 UP BOUND units.gpu_access.gpu_owned.step4.2027 27.412329691454346
 LO BOUND units.gpu_access.gpu_owned.step4.2027 0
 UP BOUND units.gpu_access.gpu_owned.step5.2027 47.92074851923862
 LO BOUND units.gpu_access.gpu_owned.step5.2027 0
 UP BOUND units.gpu_access.gpu_owned.step1.2028 0.0025999987000004336
 LO BOUND units.gpu_access.gpu_owned.step1.2028 0
 UP BOUND units.gpu_access.gpu_owned.step2.2028 2.5961004345250216
 LO BOUND units.gpu_access.gpu_owned.step2.2028 0
 UP BOUND units.gpu_access.gpu_owned.step3.2028 23.27173181893804
 LO BOUND units.gpu_access.gpu_owned.step3.2028 0
 UP BOUND units.gpu_access.gpu_owned.step4.2028 27.412329691454346
 LO BOUND units.gpu_access.gpu_owned.step4.2028 0
 UP BOUND units.gpu_access.gpu_owned.step5.2028 47.92074851923862
 LO BOUND units.gpu_access.gpu_owned.step5.2028 0
 UP BOUND units.gpu_access.gpu_rented.step1.2025 0.13823421584419016
 LO BOUND units.gpu_access.gpu_rented.step1.2025 0
 UP BOUND units.gpu_access.gpu_rented.step2.2025 0.0001382305373546222
 LO BOUND units.gpu_access.gpu_rented.step2.2025 0
 UP BOUND units.gpu_access.gpu_rented.step3.2025 1.3836890258578372e-07
 LO BOUND units.gpu_access.gpu_rented.step3.2025 0
 UP BOUND units.gpu_access.gpu_rented.step4.2025 1.3836890258578372e-07
 LO BOUND units.gpu_access.gpu_rented.step4.2025 0
 UP BOUND units.gpu_access.gpu_rented.step5.2025 0.00013823052999040186
 LO BOUND units.gpu_access.gpu_rented.step5.2025 0
 UP BOUND units.gpu_access.gpu_rented.step6.2025 25.731921298513722
 LO BOUND units.gpu_access.gpu_rented.step6.2025 0
 UP BOUND units.gpu_access.gpu_rented.step7.2025 27.41232969145436
 LO BOUND units.gpu_access.gpu_rented.step7.2025 0
 UP BOUND units.gpu_access.gpu_rented.step8.2025 35.65812160351728
 LO BOUND units.gpu_access.gpu_rented.step8.2025 0
 UP BOUND units.gpu_access.gpu_rented.step1.2026 0.0025999987000004336
 LO BOUND units.gpu_access.gpu_rented.step1.2026 0
 UP BOUND units.gpu_access.gpu_rented.step2.2026 2.5961004345250216
 LO BOUND units.gpu_access.gpu_rented.step2.2026 0
 UP BOUND units.gpu_access.gpu_rented.step3.2026 23.27173181893804
 LO BOUND units.gpu_access.gpu_rented.step3.2026 0
 UP BOUND units.gpu_access.gpu_rented.step4.2026 27.41232969145436
 LO BOUND units.gpu_access.gpu_rented.step4.2026 0
 UP BOUND units.gpu_access.gpu_rented.step5.2026 35.65812160351728
 LO BOUND units.gpu_access.gpu_rented.step5.2026 0
 UP BOUND units.gpu_access.gpu_rented.step1.2027 0.0025999987000004336
 LO BOUND units.gpu_access.gpu_rented.step1.2027 0
 UP BOUND units.gpu_access.gpu_rented.step2.2027 2.5961004345250216
 LO BOUND units.gpu_access.gpu_rented.step2.2027 0
 UP BOUND units.gpu_access.gpu_rented.step3.2027 23.27173181893804
 LO BOUND units.gpu_access.gpu_rented.step3.2027 0
 UP BOUND units.gpu_access.gpu_rented.step4.2027 27.41232969145436
 LO BOUND units.gpu_access.gpu_rented.step4.2027 0
 UP BOUND units.gpu_access.gpu_rented.step5.2027 35.65812160351728
 LO BOUND units.gpu_access.gpu_rented.step5.2027 0
 UP BOUND units.gpu_access.gpu_rented.step1.2028 0.0025999987000004336
 LO BOUND units.gpu_access.gpu_rented.step1.2028 0
 UP BOUND units.gpu_access.gpu_rented.step2.2028 2.5961004345250216
 LO BOUND units.gpu_access.gpu_rented.step2.2028 0
 UP BOUND units.gpu_access.gpu_rented.step3.2028 23.27173181893804
 LO BOUND units.gpu_access.gpu_rented.step3.2028 0
 UP BOUND units.gpu_access.gpu_rented.step4.2028 27.41232969145436
 LO BOUND units.gpu_access.gpu_rented.step4.2028 0
 UP BOUND units.gpu_access.gpu_rented.step5.2028 35.65812160351728
 LO BOUND units.gpu_access.gpu_rented.step5.2028 0
 UP BOUND units.research_institutes.fellow_post.step1.2025 0.000149999925000025
 LO BOUND units.research_institutes.fellow_post.step1.2025 0
 UP BOUND units.research_institutes.fellow_post.step2.2025 0.14977502506875123
 LO BOUND units.research_institutes.fellow_post.step2.2025 0
 UP BOUND units.research_institutes.fellow_post.step3.2025 1.3425999126310408
 LO BOUND units.research_institutes.fellow_post.step3.2025 0
 UP BOUND units.research_institutes.fellow_post.step4.2025 1.5814805591223662
 LO BOUND units.research_institutes.fellow_post.step4.2025 0
 UP BOUND units.research_institutes.fellow_post.step5.2025 3.2213202220263963
 LO BOUND units.research_institutes.fellow_post.step5.2025 0
 UP BOUND units.research_institutes.fellow_post.step6.2025 6.447382844825196
 LO BOUND units.research_institutes.fellow_post.step6.2025 0
 UP BOUND units.research_institutes.fellow_post.step7.2025 12.445247279881066
 LO BOUND units.research_institutes.fellow_post.step7.2025 0
 UP BOUND units.research_institutes.fellow_post.step8.2025 9.922793401822883
 LO BOUND units.research_institutes.fellow_post.step8.2025 0
 UP BOUND units.research_institutes.fellow_post.step1.2026 0.000149999925000025
 LO BOUND units.research_institutes.fellow_post.step1.2026 0
 UP BOUND units.research_institutes.fellow_post.step2.2026 0.14977502506875123
 LO BOUND units.research_institutes.fellow_post.step2.2026 0
 UP BOUND units.research_institutes.fellow_post.step3.2026 1.3425999126310408
 LO BOUND units.research_institutes.fellow_post.step3.2026 0
 UP BOUND units.research_institutes.fellow_post.step4.2026 1.5814805591223662
 LO BOUND units.research_institutes.fellow_post.step4.2026 0
 UP BOUND units.research_institutes.fellow_post.step5.2026 3.2213202220263963
 LO BOUND units.research_institutes.fellow_post.step5.2026 0
 UP BOUND units.research_institutes.fellow_post.step6.2026 6.447382844825196
 LO BOUND units.research_institutes.fellow_post.step6.2026 0
 UP BOUND units.research_institutes.fellow_post.step7.2026 12.445247279881066
 LO BOUND units.research_institutes.fellow_post.step7.2026 0
 UP BOUND units.research_institutes.fellow_post.step8.2026 9.922793401822883
 LO BOUND units.research_institutes.fellow_post.step8.2026 0
 UP BOUND units.research_institutes.fellow_post.step1.2027 0.000149999925000025
 LO BOUND units.research_institutes.fellow_post.step1.2027 0
 UP BOUND units.research_institutes.fellow_post.step2.2027 0.14977502506875123
 LO BOUND units.research_institutes.fellow_post.step2.2027 0
 UP BOUND units.research_institutes.fellow_post.step3.2027 1.3425999126310408
 LO BOUND units.research_institutes.fellow_post.step3.2027 0
 UP BOUND units.research_institutes.fellow_post.step4.2027 1.5814805591223662
 LO BOUND units.research_institutes.fellow_post.step4.2027 0
 UP BOUND units.research_institutes.fellow_post.step5.2027 3.2213202220263963
 LO BOUND units.research_institutes.fellow_post.step5.2027 0
 UP BOUND units.research_institutes.fellow_post.step6.2027 6.447382844825196
 LO BOUND units.research_institutes.fellow_post.step6.2027 0
 UP BOUND units.research_institutes.fellow_post.step7.2027 12.445247279881066
 LO BOUND units.research_institutes.fellow_post.step7.2027 0
 UP BOUND units.research_institutes.fellow_post.step8.2027 9.922793401822883
 LO BOUND units.research_institutes.fellow_post.step8.2027 0
 UP BOUND units.research_institutes.fellow_post.step1.2028 0.000149999925000025
 LO BOUND units.research_institutes.fellow_post.step1.2028 0
 UP BOUND units.research_institutes.fellow_post.step2.2028 0.14977502506875123
 LO BOUND units.research_institutes.fellow_post.step2.2028 0
 UP BOUND units.research_institutes.fellow_post.step3.2028 1.3425999126310408
 LO BOUND units.research_institutes.fellow_post.step3.2028 0
 UP BOUND units.research_institutes.fellow_post.step4.2028 1.5814805591223662
 LO BOUND units.research_institutes.fellow_post.step4.2028 0
 UP BOUND units.research_institutes.fellow_post.step5.2028 3.2213202220263963
 LO BOUND units.research_institutes.fellow_post.step5.2028 0
 UP BOUND units.research_institutes.fellow_post.step6.2028 6.447382844825196
 LO BOUND units.research_institutes.fellow_post.step6.2028 0
 UP BOUND units.research_institutes.fellow_post.step7.2028 12.445247279881066
 LO BOUND units.research_institutes.fellow_post.step7.2028 0
 UP BOUND units.research_institutes.fellow_post.step8.2028 9.922793401822883
 LO BOUND units.research_institutes.fellow_post.step8.2028 0
 UP BOUND units.research_institutes.senior_post.step1.2025 0.034558582945914657
 LO BOUND units.research_institutes.senior_post.step1.2025 0
 UP BOUND units.research_institutes.senior_post.step2.2025 3.452867848514202e-05
 LO BOUND units.research_institutes.senior_post.step2.2025 0
 UP BOUND units.research_institutes.senior_post.step3.2025 3.456321181344313e-08
 LO BOUND units.research_institutes.senior_post.step3.2025 0
 UP BOUND units.research_institutes.senior_post.step4.2025 3.4563211750993084e-08
 LO BOUND units.research_institutes.senior_post.step4.2025 0
 UP BOUND units.research_institutes.senior_post.step5.2025 3.4528618650921106e-05
 LO BOUND units.research_institutes.senior_post.step5.2025 0
 UP BOUND units.research_institutes.senior_post.step6.2025 0.16437561564716466
 LO BOUND units.research_institutes.senior_post.step6.2025 0
 UP BOUND units.research_institutes.senior_post.step7.2025 0.2108640745496488
 LO BOUND units.research_institutes.senior_post.step7.2025 0
 UP BOUND units.research_institutes.senior_post.step8.2025 0.4295093629368529
 LO BOUND units.research_institutes.senior_post.step8.2025 0
 UP BOUND units.research_institutes.senior_post.step9.2025 0.8596510459766927
 LO BOUND units.research_institutes.senior_post.step9.2025 0
 UP BOUND units.research_institutes.senior_post.step10.2025 1.6593663039841422
 LO BOUND units.research_institutes.senior_post.step10.2025 0
 UP BOUND units.research_institutes.senior_post.step11.2025 2.973071263669218
 LO BOUND units.research_institutes.senior_post.step11.2025 0
 UP BOUND units.research_institutes.senior_post.step12.2025 4.221203569046512
 LO BOUND units.research_institutes.senior_post.step12.2025 0
 UP BOUND units.research_institutes.senior_post.step1.2026 0.19900332501663895
 LO BOUND units.research_institutes.senior_post.step1.2026 0
 UP BOUND units.research_institutes.senior_post.step2.2026 0.2108640745496488
 LO BOUND units.research_institutes.senior_post.step2.2026 0
 UP BOUND units.research_institutes.senior_post.step3.2026 0.4295093629368529
 LO BOUND units.research_institutes.senior_post.step3.2026 0
 UP BOUND units.research_institutes.senior_post.step4.2026 0.6615938002953555
 LO BOUND units.research_institutes.senior_post.step4.2026 0
 UP BOUND units.research_institutes.senior_post.step5.2026 0.0014431270951620334
 LO BOUND units.research_institutes.senior_post.step5.2026 0
 UP BOUND units.research_institutes.senior_post.step6.2026 1.4445152627384772e-06
 LO BOUND units.research_institutes.senior_post.step6.2026 0
 UP BOUND units.research_institutes.senior_post.step7.2026 1.4445151497177733e-06
 LO BOUND units.research_institutes.senior_post.step7.2026 0
 UP BOUND units.research_institutes.senior_post.step8.2026 0.0014430142900521137
 LO BOUND units.research_institutes.senior_post.step8.2026 0
 UP BOUND units.research_institutes.senior_post.step9.2026 0.1951682152657106
 LO BOUND units.research_institutes.senior_post.step9.2026 0
 UP BOUND units.research_institutes.senior_post.step10.2026 1.6593663039841422
 LO BOUND units.research_institutes.senior_post.step10.2026 0
 UP BOUND units.research_institutes.senior_post.step11.2026 2.973071263669218
 LO BOUND units.research_institutes.senior_post.step11.2026 0
 UP BOUND units.research_institutes.senior_post.step12.2026 4.221203569046512
 LO BOUND units.research_institutes.senior_post.step12.2026 0
 UP BOUND units.research_institutes.senior_post.step1.2027 0.19900332501663895
 LO BOUND units.research_institutes.senior_post.step1.2027 0
 UP BOUND units.research_institutes.senior_post.step2.2027 0.2108640745496488
 LO BOUND units.research_institutes.senior_post.step2.2027 0
 UP BOUND units.research_institutes.senior_post.step3.2027 0.23247267364491736
 LO BOUND units.research_institutes.senior_post.step3.2027 0
 UP BOUND units.research_institutes.senior_post.step4.2027 0.0006319025025601777
 LO BOUND units.research_institutes.senior_post.step4.2027 0
 UP BOUND units.research_institutes.senior_post.step5.2027 6.325247031702119e-07
 LO BOUND units.research_institutes.senior_post.step5.2027 0
 UP BOUND units.research_institutes.senior_post.step6.2027 6.325246825200637e-07
 LO BOUND units.research_institutes.senior_post.step6.2027 0
 UP BOUND units.research_institutes.senior_post.step7.2027 0.000631881833731196
 LO BOUND units.research_institutes.senior_post.step7.2027 0
 UP BOUND units.research_institutes.senior_post.step8.2027 0.19577163990625845
 LO BOUND units.research_institutes.senior_post.step8.2027 0
 UP BOUND units.research_institutes.senior_post.step9.2027 0.8596510459766927
 LO BOUND units.research_institutes.senior_post.step9.2027 0
 UP BOUND units.research_institutes.senior_post.step10.2027 1.6593663039841422
 LO BOUND units.research_institutes.senior_post.step10.2027 0
 UP BOUND units.research_institutes.senior_post.step11.2027 2.973071263669218
 LO BOUND units.research_institutes.senior_post.step11.2027 0
 UP BOUND units.research_institutes.senior_post.step12.2027 4.221203569046512
 LO BOUND units.research_institutes.senior_post.step12.2027 0
 UP BOUND units.research_institutes.senior_post.step1.2028 1.9999990000003335e-05
 LO BOUND units.research_institutes.senior_post.step1.2028 0
 UP BOUND units.research_institutes.senior_post.step2.2028 0.019970003342500167
 LO BOUND units.research_institutes.senior_post.step2.2028 0
 UP BOUND units.research_institutes.senior_post.step3.2028 0.17901332168413878
 LO BOUND units.research_institutes.senior_post.step3.2028 0
 UP BOUND units.research_institutes.senior_post.step4.2028 0.2108640745496488
 LO BOUND units.research_institutes.senior_post.step4.2028 0
 UP BOUND units.research_institutes.senior_post.step5.2028 0.4295093629368529
 LO BOUND units.research_institutes.senior_post.step5.2028 0
 UP BOUND units.research_institutes.senior_post.step6.2028 0.8596510459766927
 LO BOUND units.research_institutes.senior_post.step6.2028 0
 UP BOUND units.research_institutes.senior_post.step7.2028 1.6593663039841422
 LO BOUND units.research_institutes.senior_post.step7.2028 0
 UP BOUND units.research_institutes.senior_post.step8.2028 2.973071263669218
 LO BOUND units.research_institutes.senior_post.step8.2028 0
 UP BOUND units.research_institutes.senior_post.step9.2028 4.221203569046512
 LO BOUND units.research_institutes.senior_post.step9.2028 0
 UP BOUND units.visa_fast_track.visa_case.step1.2025 0.3980066500332779
 LO BOUND units.visa_fast_track.visa_case.step1.2025 0
 UP BOUND units.visa_fast_track.visa_case.step2.2025 0.4217281490992976
 LO BOUND units.visa_fast_track.visa_case.step2.2025 0
 UP BOUND units.visa_fast_track.visa_case.step3.2025 0.8590187258737058
 LO BOUND units.visa_fast_track.visa_case.step3.2025 0
 UP BOUND units.visa_fast_track.visa_case.step4.2025 1.7193020919533855
 LO BOUND units.visa_fast_track.visa_case.step4.2025 0
 UP BOUND units.visa_fast_track.visa_case.step5.2025 3.3187326079682844
 LO BOUND units.visa_fast_track.visa_case.step5.2025 0
 UP BOUND units.visa_fast_track.visa_case.step6.2025 5.946142527338436
 LO BOUND units.visa_fast_track.visa_case.step6.2025 0
 UP BOUND units.visa_fast_track.visa_case.step7.2025 9.149751402127674
 LO BOUND units.visa_fast_track.visa_case.step7.2025 0
 UP BOUND units.visa_fast_track.visa_case.step8.2025 0.7800350779338991
 LO BOUND units.visa_fast_track.visa_case.step8.2025 0
 UP BOUND units.visa_fast_track.visa_case.step9.2025 0.014476675799439676
 LO BOUND units.visa_fast_track.visa_case.step9.2025 0
 UP BOUND units.visa_fast_track.visa_case.step10.2025 1.44851335086571e-05
 LO BOUND units.visa_fast_track.visa_case.step10.2025 0
 UP BOUND units.visa_fast_track.visa_case.step11.2025 1.4485121450746874e-05
 LO BOUND units.visa_fast_track.visa_case.step11.2025 0
 UP BOUND units.visa_fast_track.visa_case.step12.2025 0.014464612254652565
 LO BOUND units.visa_fast_track.visa_case.step12.2025 0
 UP BOUND units.visa_fast_track.visa_case.step13.2025 9.556593415834765
 LO BOUND units.visa_fast_track.visa_case.step13.2025 0
 UP BOUND units.visa_fast_track.visa_case.step14.2025 6.45874750930313
 LO BOUND units.visa_fast_track.visa_case.step14.2025 0
 UP BOUND units.visa_fast_track.visa_case.step15.2025 1.3263899667968388
 LO BOUND units.visa_fast_track.visa_case.step15.2025 0
 UP BOUND units.visa_fast_track.visa_case.step16.2025 9.359669091689284
 LO BOUND units.visa_fast_track.visa_case.step16.2025 0
 UP BOUND units.visa_fast_track.visa_case.step17.2025 0.33374271646607667
 LO BOUND units.visa_fast_track.visa_case.step17.2025 0
 UP BOUND units.visa_fast_track.visa_case.step1.2026 0.3980066500332779
 LO BOUND units.visa_fast_track.visa_case.step1.2026 0
 UP BOUND units.visa_fast_track.visa_case.step2.2026 0.4217281490992976
 LO BOUND units.visa_fast_track.visa_case.step2.2026 0
 UP BOUND units.visa_fast_track.visa_case.step3.2026 0.8590187258737058
 LO BOUND units.visa_fast_track.visa_case.step3.2026 0
 UP BOUND units.visa_fast_track.visa_case.step4.2026 1.7193020919533855
 LO BOUND units.visa_fast_track.visa_case.step4.2026 0
 UP BOUND units.visa_fast_track.visa_case.step5.2026 3.3187326079682844
 LO BOUND units.visa_fast_track.visa_case.step5.2026 0
 UP BOUND units.visa_fast_track.visa_case.step6.2026 5.946142527338436
 LO BOUND units.visa_fast_track.visa_case.step6.2026 0
 UP BOUND units.visa_fast_track.visa_case.step7.2026 9.149751402127674
 LO BOUND units.visa_fast_track.visa_case.step7.2026 0
 UP BOUND units.visa_fast_track.visa_case.step8.2026 0.7060559197885219
 LO BOUND units.visa_fast_track.visa_case.step8.2026 0
 UP BOUND units.visa_fast_track.visa_case.step9.2026 0.014464125539973338
 LO BOUND units.visa_fast_track.visa_case.step9.2026 0
 UP BOUND units.visa_fast_track.visa_case.step10.2026 1.447260664022565e-05
 LO BOUND units.visa_fast_track.visa_case.step10.2026 0
 UP BOUND units.visa_fast_track.visa_case.step11.2026 1.4472594653369697e-05
 LO BOUND units.visa_fast_track.visa_case.step11.2026 0
 UP BOUND units.visa_fast_track.visa_case.step12.2026 0.014452133865944461
 LO BOUND units.visa_fast_track.visa_case.step12.2026 0
 UP BOUND units.visa_fast_track.visa_case.step13.2026 9.630597627681983
 LO BOUND units.visa_fast_track.visa_case.step13.2026 0
 UP BOUND units.visa_fast_track.visa_case.step14.2026 6.45874750930313
 LO BOUND units.visa_fast_track.visa_case.step14.2026 0
 UP BOUND units.visa_fast_track.visa_case.step15.2026 1.3263899667968388
 LO BOUND units.visa_fast_track.visa_case.step15.2026 0
 UP BOUND units.visa_fast_track.visa_case.step16.2026 9.359669091689284
 LO BOUND units.visa_fast_track.visa_case.step16.2026 0
 UP BOUND units.visa_fast_track.visa_case.step17.2026 0.33374271646607667
 LO BOUND units.visa_fast_track.visa_case.step17.2026 0
 UP BOUND units.visa_fast_track.visa_case.step1.2027 0.3980066500332779
 LO BOUND units.visa_fast_track.visa_case.step1.2027 0
 UP BOUND units.visa_fast_track.visa_case.step2.2027 0.4217281490992976
 LO BOUND units.visa_fast_track.visa_case.step2.2027 0
 UP BOUND units.visa_fast_track.visa_case.step3.2027 0.8590187258737058
 LO BOUND units.visa_fast_track.visa_case.step3.2027 0
 UP BOUND units.visa_fast_track.visa_case.step4.2027 1.7193020919533855
 LO BOUND units.visa_fast_track.visa_case.step4.2027 0
 UP BOUND units.visa_fast_track.visa_case.step5.2027 3.3187326079682844
 LO BOUND units.visa_fast_track.visa_case.step5.2027 0
 UP BOUND units.visa_fast_track.visa_case.step6.2027 5.946142527338436
 LO BOUND units.visa_fast_track.visa_case.step6.2027 0
 UP BOUND units.visa_fast_track.visa_case.step7.2027 9.069954614442647
 LO BOUND units.visa_fast_track.visa_case.step7.2027 0
 UP BOUND units.visa_fast_track.visa_case.step8.2027 0.014311735432716688
 LO BOUND units.visa_fast_track.visa_case.step8.2027 0
 UP BOUND units.visa_fast_track.visa_case.step9.2027 1.432044239280117e-05
 LO BOUND units.visa_fast_track.visa_case.step9.2027 0
 UP BOUND units.visa_fast_track.visa_case.step10.2027 1.4320431155567803e-05
 LO BOUND units.visa_fast_track.visa_case.step10.2027 0
 UP BOUND units.visa_fast_track.visa_case.step11.2027 0.014300500178769937
 LO BOUND units.visa_fast_track.visa_case.step11.2027 0
 UP BOUND units.visa_fast_track.visa_case.step12.2027 0.05115591119999152
 LO BOUND units.visa_fast_track.visa_case.step12.2027 0
 UP BOUND units.visa_fast_track.visa_case.step13.2027 10.365598752077716
 LO BOUND units.visa_fast_track.visa_case.step13.2027 0
 UP BOUND units.visa_fast_track.visa_case.step14.2027 6.45874750930313
 LO BOUND units.visa_fast_track.visa_case.step14.2027 0
 UP BOUND units.visa_fast_track.visa_case.step15.2027 1.3263899667968388
 LO BOUND units.visa_fast_track.visa_case.step15.2027 0
 UP BOUND units.visa_fast_track.visa_case.step16.2027 9.359669091689284
 LO BOUND units.visa_fast_track.visa_case.step16.2027 0
 UP BOUND units.visa_fast_track.visa_case.step17.2027 0.33374271646607667
 LO BOUND units.visa_fast_track.visa_case.step17.2027 0
 UP BOUND units.visa_fast_track.visa_case.step1.2028 0.3980066500332779
 LO BOUND units.visa_fast_track.visa_case.step1.2028 0
 UP BOUND units.visa_fast_track.visa_case.step2.2028 0.4217281490992976
 LO BOUND units.visa_fast_track.visa_case.step2.2028 0
 UP BOUND units.visa_fast_track.visa_case.step3.2028 0.8590187258737058
 LO BOUND units.visa_fast_track.visa_case.step3.2028 0
 UP BOUND units.visa_fast_track.visa_case.step4.2028 1.7193020919533855
 LO BOUND units.visa_fast_track.visa_case.step4.2028 0
 UP BOUND units.visa_fast_track.visa_case.step5.2028 3.3187326079682844
 LO BOUND units.visa_fast_track.visa_case.step5.2028 0
 UP BOUND units.visa_fast_track.visa_case.step6.2028 5.946142527338436
 LO BOUND units.visa_fast_track.visa_case.step6.2028 0
 UP BOUND units.visa_fast_track.visa_case.step7.2028 8.248774681711062
 LO BOUND units.visa_fast_track.visa_case.step7.2028 0
 UP BOUND units.visa_fast_track.visa_case.step8.2028 0.01411637734647897
 LO BOUND units.visa_fast_track.visa_case.step8.2028 0
 UP BOUND units.visa_fast_track.visa_case.step9.2028 1.4125276365462014e-05
 LO BOUND units.visa_fast_track.visa_case.step9.2028 0
 UP BOUND units.visa_fast_track.visa_case.step10.2028 1.4125265906272944e-05
 LO BOUND units.visa_fast_track.visa_case.step10.2028 0
 UP BOUND units.visa_fast_track.visa_case.step11.2028 0.014105916961767662
 LO BOUND units.visa_fast_track.visa_case.step11.2028 0
 UP BOUND units.visa_fast_track.visa_case.step12.2028 0.8727261755660933
 LO BOUND units.visa_fast_track.visa_case.step12.2028 0
 UP BOUND units.visa_fast_track.visa_case.step13.2028 10.365598752077716
 LO BOUND units.visa_fast_track.visa_case.step13.2028 0
 UP BOUND units.visa_fast_track.visa_case.step14.2028 6.45874750930313
 LO BOUND units.visa_fast_track.visa_case.step14.2028 0
 UP BOUND units.visa_fast_track.visa_case.step15.2028 1.3263899667968388
 LO BOUND units.visa_fast_track.visa_case.step15.2028 0
 UP BOUND units.visa_fast_track.visa_case.step16.2028 9.359669091689284
 LO BOUND units.visa_fast_track.visa_case.step16.2028 0
 UP BOUND units.visa_fast_track.visa_case.step17.2028 0.33374271646607667
 LO BOUND units.visa_fast_track.visa_case.step17.2028 0
ENDATA
