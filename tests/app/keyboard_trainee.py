from trainee import Trainee
class KeyboardTrainee(Trainee): pass
